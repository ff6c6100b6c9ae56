package kr.madang.notices.web.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Words;
import kr.madang.notices.calls.Call;
import kr.madang.notices.calls.CallEvent;
import kr.madang.notices.calls.StoredCall;
import kr.madang.notices.calls.Via;
import kr.madang.notices.singles.Singles;
import kr.madang.notices.singles.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a call shows (소집 화면): who was told, who answered and how, rung by rung. */
@Component
public class CallViews {
    /**
     * One person in one rung.
     *
     * @param told when last, and how often; null and 0 before
     * @param standing what became of the last message; null when there was none
     * @param reached whether a message could be written at all
     */
    public record Seat(
            String person,
            String name,
            @Nullable Instant told,
            int attempts,
            boolean reached,
            @Nullable Standing standing,
            CallEvent.@Nullable Answer answer,
            @Nullable Instant answeredAt,
            @Nullable Via via) {
        public String answerCode() {
            return "notices.calls.answer."
                    + (answer == null ? "none" : answer.name().toLowerCase(Locale.ROOT));
        }

        public String tone() {
            if (answer == null) return "neutral";
            return switch (answer) {
                case COMING -> "success";
                case UNABLE -> "warning";
            };
        }

        public String viaCode() {
            return via == null ? "" : via.code();
        }

        public Standing its() {
            return Objects.requireNonNull(standing);
        }
    }

    /** @param opened when it heard; null before */
    public record RungView(
            int number,
            String title,
            int enough,
            long coming,
            @Nullable Instant opened,
            List<Seat> seats) {
        public boolean met() {
            return coming >= enough;
        }
    }

    /** @param mine key of the reader, if he is called */
    public record View(
            StoredCall stored,
            List<RungView> rungs,
            List<Moment> moments,
            boolean works,
            String mine,
            @Nullable Instant next) {
        public Call call() {
            return stored.call();
        }

        public boolean moving() {
            return !call().state().over();
        }

        /** Whether anything is known of its messages; of calls of long ago nothing is. */
        public boolean letters() {
            return moving() || !stored.posted().isEmpty();
        }

        public String took() {
            return call().took().map(CallViews::words).orElse("");
        }
    }

    private final Accounts accounts;
    private final Singles singles;
    private final Clock clock;

    CallViews(Accounts accounts, Singles singles, Clock clock) {
        this.accounts = accounts;
        this.singles = singles;
        this.clock = clock;
    }

    /** What happened to one person, gathered from the events. */
    private static final class Course {
        @Nullable
        Instant told;

        int attempts;
        boolean reached;
        List<UUID> singles = List.of();
    }

    private record Said(
            CallEvent.Answer answer, Instant at, @Nullable Via via) {}

    View of(StoredCall stored, Actor actor) {
        var call = stored.call();
        var people = call.tree().rungs().stream()
                .flatMap(r -> r.people().stream())
                .distinct()
                .toList();
        var names = names(people);
        var courses = new HashMap<String, Course>();
        var answers = new HashMap<String, Said>();
        var opened = new HashMap<Integer, Instant>();
        gather(stored, courses, answers, opened);
        var standings = singles.standing(
                courses.values().stream().flatMap(c -> c.singles.stream()).toList());
        var rungs = new ArrayList<RungView>();
        for (int i = 0; i < call.tree().rungs().size(); i++) {
            var rung = call.tree().rungs().get(i);
            int number = i;
            var seats = rung.people().stream()
                    .map(p -> seat(p, names, courses.get(number + " " + p), answers.get(p), standings))
                    .toList();
            rungs.add(new RungView(i, rung.title(), rung.enough(), call.coming(i), opened.get(i), seats));
        }
        var me = actor.id().toString();
        return new View(
                stored,
                List.copyOf(rungs),
                moments(call, names),
                actor.may("notices", Level.WORK),
                people.contains(me) && told(courses, me) ? me : "",
                call.next().filter(at -> at.isAfter(clock.instant())).orElse(null));
    }

    private static boolean told(Map<String, Course> courses, String person) {
        return courses.keySet().stream().anyMatch(key -> key.endsWith(" " + person));
    }

    private static void gather(
            StoredCall stored, Map<String, Course> courses, Map<String, Said> answers, Map<Integer, Instant> opened) {
        int number = 0;
        for (var event : stored.call().events()) {
            switch (event) {
                case CallEvent.Opened(var at, int rung) -> opened.put(rung, at);
                case CallEvent.Told(var at, int rung, var person, int attempt) -> {
                    var course = courses.computeIfAbsent(rung + " " + person, k -> new Course());
                    course.told = at;
                    course.attempts = attempt;
                    var posted = stored.posted().get(number);
                    course.reached |= posted != null;
                    course.singles = posted == null ? List.of() : posted.singles();
                }
                case CallEvent.Answered(var at, var person, var answer) ->
                    answers.put(person, new Said(answer, at, stored.vias().get(number)));
                case CallEvent.Started _, CallEvent.Met _, CallEvent.Exhausted _, CallEvent.Ended _ -> {}
            }
            number++;
        }
    }

    private static Seat seat(
            String person,
            Map<String, String> names,
            @Nullable Course course,
            @Nullable Said said,
            Map<UUID, Standing> standings) {
        var standing = course == null
                ? null
                : course.singles.stream()
                        .map(standings::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new Seat(
                person,
                names.getOrDefault(person, "-"),
                course == null ? null : course.told,
                course == null ? 0 : course.attempts,
                course != null && course.reached,
                standing,
                said == null ? null : said.answer(),
                said == null ? null : said.at(),
                said == null ? null : said.via());
    }

    private List<Moment> moments(Call call, Map<String, String> names) {
        return call.events().stream()
                .flatMap(e -> moment(call, e, names).stream())
                .toList();
    }

    /** Telling stands in the tables of the rungs; here stands what changed the course. */
    private static Optional<Moment> moment(Call call, CallEvent event, Map<String, String> names) {
        return switch (event) {
            case CallEvent.Started(var at, var tree, var text, var drill) -> some(at, "started", "", "");
            case CallEvent.Opened(var at, int rung) -> some(at, "opened", "", title(call, rung));
            case CallEvent.Told _ -> Optional.empty();
            case CallEvent.Answered(var at, var person, var answer) ->
                some(at, "answered." + answer.name().toLowerCase(Locale.ROOT), names.getOrDefault(person, "-"), "");
            case CallEvent.Met(var at, int rung) -> some(at, "met", "", title(call, rung));
            case CallEvent.Exhausted(var at) -> some(at, "exhausted", "", "");
            case CallEvent.Ended(var at, var reason) -> some(at, "ended", "", reason);
        };
    }

    private static Optional<Moment> some(Instant at, String what, String by, String text) {
        return Optional.of(new Moment(at, Words.here("notices.calls.event." + what), by, text));
    }

    private static String title(Call call, int rung) {
        return call.tree().rungs().get(rung).title();
    }

    Map<String, String> names(List<String> people) {
        return accounts.find(people.stream().map(Account.Id::of).toList()).stream()
                .collect(Collectors.toMap(a -> a.id().toString(), a -> a.name() + " " + a.title()));
    }

    public static String code(Call.State state) {
        return "notices.calls.state." + state.name().toLowerCase(Locale.ROOT);
    }

    public static String tone(Call.State state) {
        return switch (state) {
            case RUNNING -> "info";
            case EXHAUSTED -> "danger";
            case MET -> "success";
            case ENDED -> "neutral";
        };
    }

    /** {@code 4분 20초}. */
    public static String words(Duration took) {
        long seconds = took.toSeconds();
        if (seconds < 60) return Words.here("notices.course.seconds", seconds);
        return Words.here("notices.course.minutes", seconds / 60, seconds % 60);
    }
}
