package kr.madang.approvals.line;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import kr.madang.approvals.line.Event.Kind;

/**
 * The rules a second time, as a table of sentences over the log of a paper. Written to be read beside the regulation and apart from
 * the machine: it keeps no state, and asks the log for everything.
 */
final class Oracle {
    /** Sentences that must all hold before an act, by kind of act. */
    private final Map<Class<? extends Act>, Map<String, BiPredicate<Log, Act>>> table = new LinkedHashMap<>();

    private final World world;

    Oracle(World world) {
        this.world = world;
        every("time does not run backwards", (log, act) -> !act.at()
                .isBefore(log.last().at()));
        every("the person works here", (log, act) -> !world.gone.contains(act.by()));
        for (var kind : Act.class.getPermittedSubclasses()) {
            if (kind != Act.ConfirmReport.class && kind != Act.Read.class)
                say(kind, "a replaced paper rests", (log, act) -> !log.has(Kind.REDRAFTED));
        }
        drafting();
        signing();
        stopping();
        throwingAway();
        afterwards();
    }

    private void drafting() {
        say(Act.Submit.class, "it lies with the drafter", (log, a) -> log.withDrafter());
        say(Act.Submit.class, "the drafter does it", (log, a) -> a.by().equals(log.drafter()));
        say(Act.Submit.class, "what was seen is what stands", (log, a) -> ((Act.Submit) a)
                .hash()
                .equals(log.content()));
        say(Act.Submit.class, "somebody reviews where that is asked", (log, a) -> reviewed(log.line()));
        say(Act.Submit.class, "everyone on the line works here", (log, a) -> log.line().seats().stream()
                .noneMatch(world.gone::contains));
        say(Act.Revise.class, "what was seen is what stands", (log, a) -> ((Act.Revise) a)
                .base()
                .equals(log.content()));
        say(Act.Revise.class, "something changes", (log, a) -> !((Act.Revise) a)
                .hash()
                .equals(log.content()));
        say(
                Act.Revise.class,
                "the drafter before, a reviewer or the approver in his turn",
                (log, a) -> log.withDrafter()
                        ? a.by().equals(log.drafter())
                        : log.running()
                                && seatOf(log, a.by())
                                        .map(s -> !log.capacity(s).equals("협조"))
                                        .orElse(false));
        say(Act.ChangeLine.class, "before the end", (log, a) -> log.withDrafter() || log.running() || log.held());
        say(Act.ChangeLine.class, "whoever signed last, or the drafter if that person left", (log, a) -> {
            var signer = log.lastSigner().orElse(log.drafter());
            return a.by().equals(signer) || a.by().equals(log.drafter()) && world.gone.contains(signer);
        });
        say(Act.ChangeLine.class, "what is signed stays", (log, a) -> signedStays(log, ((Act.ChangeLine) a).line()));
        say(
                Act.ChangeLine.class,
                "a review is not changed away",
                (log, a) -> log.withDrafter() || reviewed(((Act.ChangeLine) a).line()));
        say(
                Act.ChangeLine.class,
                "nobody who left is waited for",
                (log, a) -> log.withDrafter()
                        || ((Act.ChangeLine) a)
                                .line().seats().stream()
                                        .noneMatch(s -> !log.settled().contains(s) && world.gone.contains(s)));
    }

    private void signing() {
        for (var kind : List.of(
                Act.Sign.class,
                Act.SignFor.class,
                Act.Dissent.class,
                Act.Return.class,
                Act.Hold.class,
                Act.SkipReview.class)) say(kind, "the paper is on its way", (log, a) -> log.running());
        say(Act.Sign.class, "his own seat waits", (log, a) -> log.waiting().contains(a.by()));
        say(Act.Sign.class, "what was seen is signed", (log, a) -> ((Act.Sign) a)
                .hash()
                .equals(log.content()));
        say(Act.SignFor.class, "the seat waits", (log, a) -> log.waiting().contains(((Act.SignFor) a).absent()));
        say(Act.SignFor.class, "as its deputy", (log, a) -> deputy(log, a.by(), ((Act.SignFor) a).absent()));
        say(Act.SignFor.class, "what was seen is signed", (log, a) -> ((Act.SignFor) a)
                .hash()
                .equals(log.content()));
        say(Act.Dissent.class, "in a waiting seat that does not approve", (log, a) -> seatOf(log, a.by())
                .map(s -> !log.capacity(s).equals("결재"))
                .orElse(false));
        say(Act.Dissent.class, "with words", (log, a) -> !((Act.Dissent) a)
                .words()
                .isBlank());
        say(Act.Dissent.class, "what was seen is signed", (log, a) -> ((Act.Dissent) a)
                .hash()
                .equals(log.content()));
        say(
                Act.SkipReview.class,
                "a review waits",
                (log, a) -> log.waiting().contains(((Act.SkipReview) a).reviewer())
                        && log.capacity(((Act.SkipReview) a).reviewer()).equals("검토"));
        say(
                Act.SkipReview.class,
                "by the drafter or somebody later",
                (log, a) -> a.by().equals(log.drafter())
                        || log.line().seats().contains(a.by())
                                && !log.settled().contains(a.by())
                                && !log.waiting().contains(a.by()));
        say(Act.SkipReview.class, "with the reason", (log, a) -> !((Act.SkipReview) a)
                .words()
                .isBlank());
    }

    private void stopping() {
        say(Act.Return.class, "in a waiting seat", (log, a) -> seatOf(log, a.by())
                .isPresent());
        say(Act.Return.class, "with words", (log, a) -> !((Act.Return) a)
                .words()
                .isBlank());
        say(Act.Hold.class, "in a waiting seat", (log, a) -> seatOf(log, a.by()).isPresent());
        say(Act.Hold.class, "with words", (log, a) -> !((Act.Hold) a).words().isBlank());
        say(Act.Resume.class, "it is held", (log, a) -> log.held());
        say(Act.Resume.class, "by who holds, or his deputy", (log, a) -> log.holder()
                .map(seat -> seat.equals(a.by()) || deputy(log, a.by(), seat))
                .orElse(false));
        say(Act.Withdraw.class, "on its way", (log, a) -> log.running() || log.held());
        say(Act.Withdraw.class, "by the drafter", (log, a) -> a.by().equals(log.drafter()));
        say(Act.Withdraw.class, "before anyone signed", (log, a) -> log.lastSigner()
                .isEmpty());
        say(Act.Withdraw.class, "with words", (log, a) -> !((Act.Withdraw) a)
                .words()
                .isBlank());
    }

    private void throwingAway() {
        say(Act.Discard.class, "it lies with the drafter", (log, a) -> log.withDrafter());
        say(Act.Discard.class, "it was never sent on its way", (log, a) -> !log.has(Kind.SUBMITTED));
        say(Act.Restore.class, "it was thrown away", (log, a) -> log.discarded());
        for (var kind : List.of(Act.Discard.class, Act.Restore.class))
            say(kind, "the drafter does it", (log, a) -> a.by().equals(log.drafter()));
    }

    private void afterwards() {
        say(
                Act.ConfirmReport.class,
                "a deputy approved something important",
                (log, a) -> log.deputyApproved() && log.line().terms().important());
        say(Act.ConfirmReport.class, "not confirmed yet", (log, a) -> !log.has(Kind.REPORTED));
        say(Act.ConfirmReport.class, "by the absent one himself", (log, a) -> a.by().equals(
                        log.line().approver()));
        say(Act.Read.class, "after the approval", (log, a) -> log.approved());
        say(
                Act.Read.class,
                "by a reader, once",
                (log, a) -> log.line().circulation().contains(a.by())
                        && log.events().stream()
                                .noneMatch(e -> e.kind() == Kind.READ && e.who().equals(a.by())));
    }

    /** The first sentence the act breaks; empty when all hold. */
    Optional<String> objection(List<Event> events, Act act) {
        var log = new Log(events);
        return table.getOrDefault(act.getClass(), Map.of()).entrySet().stream()
                .filter(sentence -> !sentence.getValue().test(log, act))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** For showing that the walk finds a wrong rule. */
    void forget(Class<? extends Act> kind, String sentence) {
        if (table.get(kind).remove(sentence) == null) throw new AssertionError(sentence);
    }

    private void every(String sentence, BiPredicate<Log, Act> holds) {
        for (var kind : Act.class.getPermittedSubclasses()) say(kind, sentence, holds);
    }

    private void say(Class<?> kind, String sentence, BiPredicate<Log, Act> holds) {
        table.computeIfAbsent(kind.asSubclass(Act.class), k -> new LinkedHashMap<>())
                .put(sentence, holds);
    }

    private boolean deputy(Log log, Person by, Person seat) {
        boolean named = by.equals(world.absent.get(seat)) && !by.equals(seat) && !world.gone.contains(seat);
        boolean ownDraft = by.equals(log.drafter())
                && !(log.capacity(seat).equals("결재") && log.line().terms().alone());
        return named && !ownDraft;
    }

    private Optional<Person> seatOf(Log log, Person by) {
        if (log.waiting().contains(by)) return Optional.of(by);
        return log.waiting().stream().filter(seat -> deputy(log, by, seat)).findFirst();
    }

    private static boolean reviewed(Line line) {
        return !line.terms().reviewed()
                || line.approver().equals(line.drafter())
                || line.seats().stream().anyMatch(s -> "검토".equals(Log.capacity(line, s)));
    }

    private static boolean signedStays(Log log, Line next) {
        if (!next.drafter().equals(log.drafter())) return false;
        var waiting = new HashSet<>(log.waiting());
        for (int i = 0; i < log.line().stages().size(); i++) {
            var stage = log.line().stages().get(i);
            var signed = new ArrayList<>(stage.people());
            signed.retainAll(log.settled());
            if (signed.isEmpty()) return true;
            if (next.stages().size() <= i) return false;
            var now = next.stages().get(i);
            boolean open = stage.people().stream().anyMatch(waiting::contains);
            if (now.role() != stage.role() || !now.people().containsAll(signed)) return false;
            if (!open && !now.people().equals(stage.people())) return false;
        }
        return true;
    }
}
