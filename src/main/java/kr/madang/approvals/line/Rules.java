package kr.madang.approvals.line;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import kr.madang.approvals.line.Event.Kind;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** Who may do what to a paper at which moment (결재 규칙), after §8–§11 and §17 of the regulation; answers with the event or a refusal. */
final class Rules {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_WORDS = 4_000;

    private final Paper paper;
    private final Standing now;
    private final Roster roster;
    private final Turn turn;

    Rules(Paper paper, Standing now, Roster roster) {
        this.paper = paper;
        this.now = now;
        this.roster = roster;
        this.turn = new Turn(now, roster);
    }

    Event judge(Act act) {
        admit(act.by(), act.at());
        boolean afterwards = act instanceof Act.ConfirmReport || act instanceof Act.Read;
        if (now.successor() != null && !afterwards) throw Refused.conflict("approvals.paper.replaced");
        return switch (act) {
            case Act.Submit a -> submit(a);
            case Act.Revise a -> revise(a);
            case Act.Sign a -> signature(Kind.SIGNED, a.by(), turn.own(a.by()), a.at(), a.hash(), words(a.words()));
            case Act.SignFor a -> signature(Kind.SIGNED, a.by(), turn.deputed(a), a.at(), a.hash(), words(a.words()));
            case Act.Dissent a -> dissent(a);
            case Act.Return a -> atTurn(Kind.RETURNED, a, reason(a.words()));
            case Act.Hold a -> atTurn(Kind.HELD, a, reason(a.words()));
            case Act.Resume a -> resume(a);
            case Act.Withdraw a -> withdraw(a);
            case Act.SkipReview a -> skip(a);
            case Act.ChangeLine a -> change(a);
            case Act.ConfirmReport a -> confirm(a);
            case Act.Read a -> read(a);
            case Act.Discard a -> discard(a);
            case Act.Restore a -> restore(a);
        };
    }

    Event judgeRedraft(Person by, Paper.Id fresh, Instant at) {
        admit(by, at);
        if (now.successor() != null) throw Refused.conflict("approvals.paper.replaced");
        switch (now.status()) {
            case DRAFTING, RUNNING, HELD, DISCARDED ->
                throw Refused.conflict("approvals.redraft.early", now.status().title());
            case WITHDRAWN, RETURNED, APPROVED -> {}
        }
        if (!by.equals(now.line().drafter()) && roster.serves(now.line().drafter(), at))
            throw Refused.invalid("approvals.draft.other");
        return event(Kind.REDRAFTED, by, null, Role.DRAFT, at, "", fresh, null);
    }

    private void admit(Person by, Instant at) {
        if (at.isBefore(paper.last().at())) throw Refused.conflict("approvals.clock.backwards");
        if (!roster.serves(by, at)) throw Refused.invalid("approvals.person.left");
    }

    private Event submit(Act.Submit a) {
        withDrafter(a.by());
        seen(a.hash());
        if (now.line().lacksReview()) throw Refused.invalid("approvals.review.missing");
        allServe(now.line(), Set.of(), a.at());
        return event(Kind.SUBMITTED, a.by(), null, Role.DRAFT, a.at(), words(a.words()));
    }

    private Event revise(Act.Revise a) {
        seen(a.base());
        if (hash(a.hash()).equals(a.base())) throw Refused.invalid("approvals.revise.same");
        if (now.status().withDrafter()) {
            withDrafter(a.by());
            return revised(a, null, Role.DRAFT);
        }
        var seat = turn.of(a.by(), a.at());
        var role = turn.role(seat);
        if (role == Role.CONCUR) throw Refused.invalid("approvals.revise.concur");
        return revised(a, a.by().equals(seat) ? null : seat, role);
    }

    private Event revised(Act.Revise a, @Nullable Person seat, Role role) {
        return new Event(
                paper.last().number() + 1,
                Kind.REVISED,
                a.by(),
                seat,
                role,
                a.at(),
                now.version() + 1,
                a.hash(),
                words(a.words()),
                null,
                null);
    }

    private Event dissent(Act.Dissent a) {
        var seat = turn.of(a.by(), a.at());
        if (turn.role(seat) == Role.APPROVE) throw Refused.invalid("approvals.dissent.approver");
        return signature(Kind.DISSENTED, a.by(), seat, a.at(), a.hash(), reason(a.words()));
    }

    private Event signature(Kind kind, Person by, Person seat, Instant at, String hash, String words) {
        seen(hash);
        return event(kind, by, by.equals(seat) ? null : seat, turn.role(seat), at, words);
    }

    private Event atTurn(Kind kind, Act a, String words) {
        var seat = turn.of(a.by(), a.at());
        return event(kind, a.by(), a.by().equals(seat) ? null : seat, turn.role(seat), a.at(), words);
    }

    private Event resume(Act.Resume a) {
        var held = now.heldFor();
        if (now.status() != Status.HELD || held == null) throw Refused.conflict("approvals.resume.none");
        boolean own = a.by().equals(held);
        if (!own && !turn.standsIn(a.by(), held, a.at())) throw Refused.invalid("approvals.resume.other");
        return event(Kind.RESUMED, a.by(), own ? null : held, turn.role(held), a.at(), words(a.words()));
    }

    private Event withdraw(Act.Withdraw a) {
        if (!a.by().equals(now.line().drafter())) throw Refused.invalid("approvals.draft.other");
        if (!now.status().underway()) throw turn.closed();
        if (now.settled().values().stream().anyMatch(e -> e.kind().signature()))
            throw Refused.conflict("approvals.withdraw.late");
        return event(Kind.WITHDRAWN, a.by(), null, Role.DRAFT, a.at(), reason(a.words()));
    }

    private Event skip(Act.SkipReview a) {
        turn.running();
        if (now.settled().containsKey(a.reviewer())) throw Refused.conflict("approvals.seat.settled");
        if (!now.line().due(now.settled().keySet()).contains(a.reviewer()))
            throw Refused.conflict("approvals.seat.notdue");
        if (turn.role(a.reviewer()) != Role.REVIEW) throw Refused.invalid("approvals.skip.review");
        boolean may = a.by().equals(now.line().drafter())
                || now.line().later(a.by(), now.settled().keySet());
        if (!may) throw Refused.invalid("approvals.skip.other");
        return event(Kind.SKIPPED, a.by(), a.reviewer(), Role.REVIEW, a.at(), reason(a.words()));
    }

    private Event change(Act.ChangeLine a) {
        boolean early = now.status().withDrafter();
        if (!early && !now.status().underway()) throw turn.closed();
        if (!mayChange(a.by(), a.at())) throw Refused.invalid("approvals.change.other");
        if (!a.line().keeps(now.line(), now.settled().keySet())) throw Refused.conflict("approvals.change.signed");
        if (!early && a.line().lacksReview()) throw Refused.invalid("approvals.review.missing");
        if (!early) allServe(a.line(), now.settled().keySet(), a.at());
        var role = a.by().equals(now.line().drafter())
                ? Role.DRAFT
                : now.line().roleOf(a.by()).orElse(Role.REVIEW);
        return event(Kind.LINE_CHANGED, a.by(), null, role, a.at(), words(a.words()), null, a.line());
    }

    /** The line is in the hands of whoever signed last; of the drafter when nobody has, or when that person has left. */
    private boolean mayChange(Person by, Instant at) {
        var signer = now.settled().values().stream()
                .filter(e -> e.kind().signature())
                .map(Event::who)
                .reduce(now.line().drafter(), (earlier, later) -> later);
        return by.equals(signer) || (by.equals(now.line().drafter()) && !roster.serves(signer, at));
    }

    private Event confirm(Act.ConfirmReport a) {
        if (!now.reportDue()) throw Refused.conflict("approvals.report.none");
        if (!a.by().equals(now.line().approver())) throw Refused.invalid("approvals.report.other");
        return event(Kind.REPORTED, a.by(), null, Role.APPROVE, a.at(), words(a.words()));
    }

    private Event read(Act.Read a) {
        if (now.status() != Status.APPROVED) throw Refused.conflict("approvals.read.early");
        if (!now.line().circulation().contains(a.by())) throw Refused.invalid("approvals.read.other");
        if (now.readers().contains(a.by())) throw Refused.conflict("approvals.read.twice");
        return event(Kind.READ, a.by(), null, Role.CIRCULATE, a.at(), "");
    }

    /** What somebody else may have seen on his desk is a record and stays. */
    private Event discard(Act.Discard a) {
        boolean sent = paper.events().stream().anyMatch(e -> e.kind() == Kind.SUBMITTED);
        if (sent) throw Refused.conflict("approvals.discard.submitted");
        withDrafter(a.by());
        return event(Kind.DISCARDED, a.by(), null, Role.DRAFT, a.at(), "");
    }

    private Event restore(Act.Restore a) {
        if (now.status() != Status.DISCARDED) throw Refused.conflict("approvals.restore.none");
        if (!a.by().equals(now.line().drafter())) throw Refused.invalid("approvals.draft.other");
        return event(Kind.RESTORED, a.by(), null, Role.DRAFT, a.at(), "");
    }

    private void withDrafter(Person by) {
        if (!now.status().withDrafter()) throw turn.closed();
        if (!by.equals(now.line().drafter())) throw Refused.invalid("approvals.draft.other");
    }

    /** Nobody signs what he did not see. */
    private void seen(String hash) {
        if (!hash.equals(now.content())) throw Refused.conflict("approvals.content.stale");
    }

    private void allServe(Line line, Set<Person> settled, Instant at) {
        for (var seat : line.seats())
            if (!settled.contains(seat) && !roster.serves(seat, at)) throw Refused.invalid("approvals.line.left");
    }

    private Event event(Kind kind, Person by, @Nullable Person seat, Role role, Instant at, String words) {
        return event(kind, by, seat, role, at, words, null, null);
    }

    private Event event(
            Kind kind,
            Person by,
            @Nullable Person seat,
            Role role,
            Instant at,
            String words,
            Paper.@Nullable Id other,
            @Nullable Line line) {
        int number = paper.last().number() + 1;
        return new Event(number, kind, by, seat, role, at, now.version(), now.content(), words, line, other);
    }

    private static String reason(String words) {
        if (words.isBlank()) throw Refused.invalid("approvals.words.missing");
        return words(words);
    }

    private static String words(String words) {
        if (words.length() > MOST_WORDS) throw Refused.invalid("approvals.words.long", MOST_WORDS);
        return words.strip();
    }

    static String hash(String sha256) {
        if (!SHA256.matcher(sha256).matches()) throw new IllegalArgumentException("not a SHA-256: " + sha256);
        return sha256;
    }
}
