package kr.madang.notices.web.alerts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Passage;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Words;
import kr.madang.notices.alerts.Alert;
import kr.madang.notices.alerts.AlertApproval;
import kr.madang.notices.alerts.AlertWays;
import kr.madang.notices.alerts.Alerts;
import kr.madang.notices.alerts.CapInbox;
import kr.madang.notices.alerts.Received;
import kr.madang.notices.alerts.Told;
import kr.madang.notices.alerts.Way;
import kr.madang.notices.alerts.WayOut;
import kr.madang.notices.alerts.Whom;
import kr.madang.notices.calls.Calls;
import kr.madang.notices.calls.StoredCall;
import kr.madang.notices.ledger.Counts;
import kr.madang.notices.ledger.State;
import kr.madang.notices.sends.Facts;
import kr.madang.notices.sends.Send;
import kr.madang.notices.sends.Sends;
import kr.madang.notices.singles.Singles;
import kr.madang.notices.singles.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of one alert shows (발령 화면): where it stands, and what became of it on each of its ways. */
@Component
public class AlertViews {
    /**
     * What became of an alert on one way.
     *
     * @param send whose counts these are; null on other ways and in drills
     * @param counts of its messages; null where there are none
     * @param why message key of the reason why it did not go out; empty when it did
     */
    public record Line(
            Way way,
            @Nullable Send send,
            @Nullable Counts counts,
            @Nullable StoredCall call,
            String why) {
        public Send itsSend() {
            return Objects.requireNonNull(send);
        }

        public Counts itsCounts() {
            return Objects.requireNonNull(counts);
        }

        public StoredCall itsCall() {
            return Objects.requireNonNull(call);
        }

        /** States somebody is in, in the order of their life. */
        public List<State> shown() {
            return java.util.Arrays.stream(State.values())
                    .filter(s -> itsCounts().of(s) > 0)
                    .toList();
        }

        boolean moving() {
            return counts != null && (counts.remaining() > 0 || counts.of(State.HANDED) > 0)
                    || call != null && !call.call().state().over();
        }
    }

    /** One member of staff a drill told. @param standing what became of the message; null when there was none */
    public record Heard(String name, Told told, @Nullable Standing standing) {
        public State state() {
            return standing == null ? State.SUPPRESSED : standing.state();
        }
    }

    /** Everything of one alert. @param paper where its approval stands; null when nobody has asked */
    public record View(
            Alert alert,
            List<Alert> before,
            @Nullable Alert follower,
            List<Line> lines,
            List<Heard> heard,
            List<Moment> moments,
            @Nullable Passage paper,
            @Nullable Received source,
            List<Received> later,
            List<String> staff,
            String tree,
            boolean works,
            boolean leads,
            boolean counts) {
        public Alert next() {
            return Objects.requireNonNull(follower);
        }

        public Received origin() {
            return Objects.requireNonNull(source);
        }

        public boolean drafting() {
            return paper != null && paper.state() == Passage.State.DRAFTING;
        }

        /** Whether its approval came too late and others decide what becomes of it. */
        public boolean foreign() {
            return alert.stage() == Alert.Stage.HELD && works && !leads;
        }

        /** Whether what is shown may change by itself. */
        public boolean moving() {
            return alert.stage() == Alert.Stage.OUT && lines.stream().anyMatch(Line::moving);
        }
    }

    private final Alerts alerts;
    private final AlertApproval approval;
    private final AlertWays ways;
    private final CapInbox inbox;
    private final Sends sends;
    private final Facts facts;
    private final Calls calls;
    private final kr.madang.notices.calls.Trees trees;
    private final Singles singles;
    private final Accounts accounts;
    private final Clock clock;

    AlertViews(
            Alerts alerts,
            AlertApproval approval,
            AlertWays ways,
            CapInbox inbox,
            Sends sends,
            Facts facts,
            Calls calls,
            kr.madang.notices.calls.Trees trees,
            Singles singles,
            Accounts accounts,
            Clock clock) {
        this.alerts = alerts;
        this.approval = approval;
        this.ways = ways;
        this.inbox = inbox;
        this.sends = sends;
        this.facts = facts;
        this.calls = calls;
        this.trees = trees;
        this.singles = singles;
        this.accounts = accounts;
        this.clock = clock;
    }

    View of(Alert alert, Actor actor) {
        var now = clock.instant();
        var told = ways.told(alert.id());
        var standings = singles.standing(
                told.stream().map(Told::single).filter(Objects::nonNull).toList());
        return new View(
                alert,
                alerts.before(alert),
                alerts.follower(alert.id()).orElse(null),
                ways.of(alert.id()).stream()
                        .map(out -> line(out, told, standings))
                        .toList(),
                heard(told, standings),
                moments(alert),
                approval.passage(alert).orElse(null),
                inbox.of(alert.id()).orElse(null),
                inbox.about(alert.id()),
                staff(alert),
                tree(alert),
                actor.may("notices", Level.WORK),
                Alerts.mayLead(actor, alert),
                alert.counts(now));
    }

    private Line line(WayOut out, List<Told> told, Map<UUID, Standing> standings) {
        var serial = out.send();
        var call = out.call();
        return new Line(
                out.way(),
                serial == null ? null : sends.get(serial),
                serial == null ? counts(out.way(), told, standings) : facts.counts(serial),
                call == null ? null : calls.get(call),
                out.why().isEmpty() ? "" : "notices.alert.why." + out.why());
    }

    /** Of messages to the staff, counted from what the ledger says of each. */
    private static @Nullable Counts counts(Way way, List<Told> told, Map<UUID, Standing> standings) {
        if (way != Way.SMS && way != Way.EMAIL) return null;
        var of =
                told.stream().filter(t -> t.channel().name().equals(way.name())).toList();
        var by = of.stream().collect(Collectors.groupingBy(t -> state(t, standings), Collectors.summingInt(t -> 1)));
        return new Counts(of.size(), by);
    }

    private static State state(Told told, Map<UUID, Standing> standings) {
        var single = told.single();
        if (single == null) return State.SUPPRESSED;
        var standing = standings.get(single);
        return standing == null ? State.QUEUED : standing.state();
    }

    private List<Heard> heard(List<Told> told, Map<UUID, Standing> standings) {
        var names = names(told.stream().map(Told::account).distinct().toList());
        return told.stream()
                .map(t -> new Heard(
                        names.getOrDefault(t.account(), "-"), t, t.single() == null ? null : standings.get(t.single())))
                .toList();
    }

    private Map<UUID, String> names(List<UUID> ids) {
        return accounts.find(ids.stream().map(Account.Id::new).toList()).stream()
                .collect(Collectors.toMap(a -> a.id().value(), a -> a.name() + " " + a.title()));
    }

    private List<String> staff(Alert alert) {
        return switch (alert.content().whom()) {
            case Whom.Residents _ -> List.of();
            case Whom.Staff(var people) -> {
                var names = names(List.copyOf(people));
                var list = new ArrayList<String>();
                people.forEach(id -> list.add(names.getOrDefault(id, "-")));
                yield List.copyOf(list);
            }
        };
    }

    private String tree(Alert alert) {
        var called = alert.called();
        if (called != null) return called.name();
        var tree = alert.content().tree();
        return tree == null ? "" : trees.find(tree).map(t -> t.tree().name()).orElse("");
    }

    private List<Moment> moments(Alert alert) {
        return alerts.steps(alert.id()).stream()
                .map(s -> new Moment(s.at(), Words.here(s.code()), s.by(), s.words()))
                .toList();
    }
}
