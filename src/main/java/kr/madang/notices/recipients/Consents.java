package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kr.madang.notices.Kind;

/** All that was ever agreed to for one way of being reached, and what follows from it (동의 현황). */
public record Consents(List<Consent> all) {
    /** Why somebody may not be told (발송 제외 사유). */
    public enum Bar {
        WITHDRAWN,
        DELETED,
        REJECTED,
        BOUNCED,
        NIGHT;

        /** The word the ledger keeps. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of somebody who never agreed to anything. */
    public static final Consents NONE = new Consents(List.of());

    public Consents {
        all = List.copyOf(all);
    }

    /**
     * Whether something of this kind may not be sent at this moment.
     *
     * @param topics what it is about; empty when about nothing in particular
     */
    public Optional<Bar> bar(Kind kind, Set<String> topics, Instant at) {
        return switch (kind) {
            case DISASTER -> refusedDisasters(at) ? Optional.of(Bar.WITHDRAWN) : Optional.empty();
            case PUBLIC -> stands(Purpose.PUBLIC, at, c -> c.about(topics)) ? Optional.empty() : Optional.of(gone(at));
            case ADVERTISING -> advertising(at);
        };
    }

    private Optional<Bar> advertising(Instant at) {
        if (!stands(Purpose.ADVERTISING, at)) return Optional.of(gone(at));
        boolean allowed = !Night.covers(at) || stands(Purpose.NIGHT, at);
        return allowed ? Optional.empty() : Optional.of(Bar.NIGHT);
    }

    private boolean refusedDisasters(Instant at) {
        return all.stream().anyMatch(c -> c.purpose() == Purpose.DISASTER && c.withdrawnBy(at))
                && !stands(Purpose.DISASTER, at);
    }

    private Bar gone(Instant at) {
        boolean rejected =
                all.stream().anyMatch(c -> c.withdrawnBy(at) && c.withdrawal() == Consent.Withdrawal.REJECTED);
        return rejected ? Bar.REJECTED : Bar.WITHDRAWN;
    }

    public boolean stands(Purpose purpose, Instant at) {
        return stands(purpose, at, c -> true);
    }

    private boolean stands(Purpose purpose, Instant at, Predicate<Consent> which) {
        return all.stream().anyMatch(c -> c.purpose() == purpose && c.stands(at) && which.test(c));
    }

    /** Whether anything at all is agreed to; disaster notices do not count, they need nobody's consent. */
    public boolean any(Instant at) {
        return all.stream().anyMatch(c -> c.purpose() != Purpose.DISASTER && c.stands(at));
    }

    /** Those nobody took back, also when another node, whose clock is ahead, wrote them down a moment from now. */
    List<Consent> open() {
        return all.stream().filter(c -> c.withdrawnAt() == null).toList();
    }

    /** Those that stand. */
    public List<Consent> standing(Instant at) {
        return all.stream().filter(c -> c.stands(at)).toList();
    }
}
