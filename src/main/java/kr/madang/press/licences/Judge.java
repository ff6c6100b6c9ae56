package kr.madang.press.licences;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import kr.madang.press.licences.Decision.Verdict;

/** Decides from the contracts with an outlet what the office may do with its articles (이용 판단 규칙). */
public final class Judge {
    private static final Comparator<Decision> NEAREST = Comparator.comparing(Decision::verdict)
            .thenComparing(d -> d.basis().orElseThrow().last())
            .thenComparing(d -> d.basis().orElseThrow().id());

    private Judge() {}

    /** What any of them allows is allowed; otherwise the one nearest to it says what is missing. */
    public static Decision decide(Collection<Contract> contracts, Asked asked) {
        return contracts.stream()
                .map(contract -> decide(contract, asked))
                .max(NEAREST)
                .orElseGet(() -> new Decision(Verdict.NONE, asked, null, 0));
    }

    private static Decision decide(Contract contract, Asked asked) {
        if (asked.day().isBefore(contract.from())) return said(Verdict.NOT_YET, asked, contract, 0);
        if (asked.day().isAfter(contract.last())) return said(Verdict.ENDED, asked, contract, 0);
        var term = contract.product().terms().get(asked.use());
        if (term == null) return said(Verdict.NOT_INCLUDED, asked, contract, 0);
        var days = term.days();
        if (days != null && isOlder(asked, days)) return said(Verdict.TOO_OLD, asked, contract, days);
        int most = !term.counted() ? 0 : asked.use() == Use.PRINT ? contract.copies() : contract.viewers();
        if (most > 0 && asked.people() > most) return said(Verdict.TOO_MANY, asked, contract, most);
        return said(Verdict.ALLOWED, asked, contract, 0);
    }

    private static boolean isOlder(Asked asked, int days) {
        var published = asked.published();
        return published == null || ChronoUnit.DAYS.between(published, asked.day()) >= days;
    }

    private static Decision said(Verdict verdict, Asked asked, Contract contract, int limit) {
        return new Decision(verdict, asked, contract, limit);
    }
}
