package kr.madang.approvals.web.line;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Directory;
import kr.madang.approvals.drafting.SavedLines;
import kr.madang.approvals.drafting.Sketch;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Component;

/** The line editor (결재선 편집): what its buttons do to the form, and what it shows. Every button is a form round trip; a script only shortens it. */
@Component
public class LineDesk {
    /** Teams as the directory offers them. */
    static final List<String> TEAMS = List.of("section", "press", "planning", "media", "computing", "telecom");

    private static final int LARGEST_TEAM = 200;
    private static final String EVERYBODY = "team.circulate";

    private final Directory directory;
    private final Accounts accounts;
    private final SavedLines saved;

    LineDesk(Directory directory, Accounts accounts, SavedLines saved) {
        this.directory = directory;
        this.accounts = accounts;
        this.saved = saved;
    }

    public static boolean knows(String step) {
        return step.matches("(up|down|join|drop|add\\.[a-z]+):.*|line\\.(keep|load|forget)|people|" + EVERYBODY);
    }

    /**
     * The line as the form carries it.
     *
     * @throws Refused when it is none
     */
    public static Sketch line(Form form) {
        return Sketch.parse(form.value("line"));
    }

    /**
     * Does what the pressed button says to the fields of the form.
     *
     * @return key of a sentence to say, or empty
     */
    public String step(Actor actor, Form form, String step) {
        switch (step) {
            case "people" -> {}
            case "line.keep" -> {
                saved.keep(actor, form.value("linename"), line(form));
                form.set("linename", "");
                return "approvals.saved.kept";
            }
            case "line.load" -> {
                form.set("line", chosen(actor, form).line());
                return "approvals.saved.loaded";
            }
            case "line.forget" -> {
                saved.forget(actor, chosen(actor, form).id());
                return "approvals.saved.forgotten";
            }
            case EVERYBODY ->
                form.set("line", withTeam(line(form), form.value("team")).text());
            default -> form.set("line", stepped(actor, form, step).text());
        }
        return "";
    }

    private static Sketch stepped(Actor actor, Form form, String step) {
        boolean own = form.values("locked").isEmpty();
        boolean judges =
                step.startsWith("add.review:") || step.startsWith("add.concur:") || step.startsWith("add.together:");
        if (own && judges && step.endsWith(":" + actor.id())) throw Refused.invalid("approvals.line.drafter");
        return line(form).step(step);
    }

    private SavedLines.Saved chosen(Actor actor, Form form) {
        try {
            return saved.find(actor, UUID.fromString(form.value("saved"))).orElseThrow(LineDesk::unsaved);
        } catch (IllegalArgumentException e) {
            throw unsaved();
        }
    }

    private static Refused unsaved() {
        return Refused.invalid("approvals.saved.missing");
    }

    private Sketch withTeam(Sketch sketch, String team) {
        if (team.isEmpty()) throw Refused.invalid("approvals.sketch.noteam");
        var found = directory.inTeams(List.of(team), LARGEST_TEAM + 1);
        if (found.size() > LARGEST_TEAM) throw Refused.invalid("approvals.sketch.crowd", LARGEST_TEAM);
        var more = sketch;
        for (var account : found)
            more = more.plus(Sketch.Part.CIRCULATE, Person.of(account.id().value()));
        return more;
    }

    public LineBox box(Actor actor, Form form, String notice) {
        var sketch = sketch(form);
        var known = new HashMap<Person, Optional<Account>>();
        for (var row : sketch.rows()) known.computeIfAbsent(row.person(), this::account);
        var locked = Set.of(form.value("locked").split(" "));
        var rows = new java.util.ArrayList<LineBox.Row>();
        for (int at = 0; at < sketch.rows().size(); at++) rows.add(row(sketch, at, known, locked));
        return new LineBox(
                sketch.text(),
                form.value("locked"),
                rows,
                saved.of(actor).stream().map(s -> Option.of(s.id(), s.name())).toList(),
                form.value("saved"),
                form.value("linename"),
                people(form),
                notice.isEmpty() ? "" : Words.here(notice));
    }

    /** A line nobody could have made here is shown as none; saving it is refused. */
    private static Sketch sketch(Form form) {
        try {
            return line(form);
        } catch (Refused refused) {
            return Sketch.EMPTY;
        }
    }

    private Optional<Account> account(Person person) {
        return accounts.find(Account.Id.of(person.key()));
    }

    private static LineBox.Row row(Sketch sketch, int at, Map<Person, Optional<Account>> known, Set<String> locked) {
        var row = sketch.rows().get(at);
        var account = known.getOrDefault(row.person(), Optional.empty());
        boolean done = locked.contains(row.person().key()) && row.part() != Sketch.Part.CIRCULATE;
        return new LineBox.Row(
                at,
                row.part(),
                row.person().key(),
                account.map(Account::name).orElse(Words.here("approvals.sketch.unknown")),
                account.map(a -> (a.title() + " " + team(a.team())).strip()).orElse(""),
                account.filter(Account::mayEnter).isPresent(),
                done,
                !done && sketch.mayRise(at),
                !done && sketch.mayFall(at),
                !done && sketch.mayJoin(at));
    }

    static String team(String code) {
        return TEAMS.contains(code) ? Words.here("kernel.team." + code) : "";
    }

    public LineBox.People people(Form form) {
        var q = form.value("q");
        var team = TEAMS.contains(form.value("team")) ? form.value("team") : "";
        var teams = Arrays.asList(
                TEAMS.stream().map(code -> new Option(code, team(code))).toArray(Option[]::new));
        if (q.isEmpty() && team.isEmpty()) return new LineBox.People(q, team, teams, List.of(), 0);
        var found = directory.page(new Directory.Question(q, team, "ACTIVE"), 1);
        var people = found.accounts().stream()
                .map(a -> new LineBox.Found(a.id().toString(), a.name(), (a.title() + " " + team(a.team())).strip()))
                .toList();
        return new LineBox.People(q, team, teams, people, found.total());
    }
}
