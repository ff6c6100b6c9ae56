package kr.madang.notices.web.sends;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kr.madang.kernel.Korean;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Passage;
import kr.madang.kernel.web.Bar;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Words;
import kr.madang.notices.ledger.Counts;
import kr.madang.notices.ledger.MessageList;
import kr.madang.notices.ledger.State;
import kr.madang.notices.running.Progress;
import kr.madang.notices.sends.Facts;
import kr.madang.notices.sends.Send;
import kr.madang.notices.sends.SendApproval;
import kr.madang.notices.sends.SendCheck;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.sends.Sends;
import kr.madang.notices.sends.Templates;
import kr.madang.notices.sends.Trials;
import kr.madang.notices.wording.Preview;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of one send show (발송 화면). */
@Component
public class SendViews {
    private static final int POINTS = 120;

    private final Sends sends;
    private final SendApproval approval;
    private final SendCheck check;
    private final Trials trials;
    private final Templates templates;
    private final SendTerms terms;
    private final Facts facts;
    private final Progress progress;
    private final Clock clock;

    SendViews(
            Sends sends,
            SendApproval approval,
            SendCheck check,
            Trials trials,
            Templates templates,
            SendTerms terms,
            Facts facts,
            Progress progress,
            Clock clock) {
        this.sends = sends;
        this.approval = approval;
        this.check = check;
        this.trials = trials;
        this.templates = templates;
        this.terms = terms;
        this.facts = facts;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * How far a send is.
     *
     * @param left how long the rest takes; zero when nobody can say
     */
    public record Course(Send send, Counts counts, double perSecond, Duration left, boolean kept) {
        public boolean moving() {
            return send.state() == Send.State.RUNNING || waitsForReceipts();
        }

        /** Carriers tell for a while what became of what they took. */
        private boolean waitsForReceipts() {
            var closed = send.closedAt();
            return send.state().over()
                    && counts.of(State.HANDED) > 0
                    && closed != null
                    && closed.isAfter(Instant.now().minusSeconds(120));
        }

        public int told() {
            return counts.rows() - counts.remaining();
        }

        public double percent() {
            return counts.rows() == 0 ? 0 : 100.0 * told() / counts.rows();
        }

        /** {@code 2분 10초}. */
        public String leftWords() {
            long seconds = left.toSeconds();
            if (seconds < 60) return Words.here("notices.course.seconds", seconds);
            return Words.here("notices.course.minutes", seconds / 60, seconds % 60);
        }

        /** States in the order of their life, those nobody is in left out. */
        public List<State> shown() {
            return Arrays.stream(State.values())
                    .filter(s -> counts.of(s) > 0 || s == State.QUEUED)
                    .toList();
        }
    }

    /**
     * Everything of one send.
     *
     * @param refused why there is no preview
     * @param paper where its approval stands; null when nobody has asked
     * @param leads whether the reader decides how it goes on once it is approved
     * @param waits when a scheduled send goes; null when that is now
     */
    public record View(
            Send send,
            Course course,
            @Nullable Preview preview,
            String refused,
            List<Moment> moments,
            @Nullable Passage paper,
            List<Trials.Trial> trials,
            String template,
            boolean works,
            boolean leads,
            int recipients,
            @Nullable Instant waits) {
        public Preview shown() {
            return Objects.requireNonNull(preview);
        }

        public Passage passage() {
            return Objects.requireNonNull(paper);
        }

        /** Whether it is approved and others decide how it goes on. */
        public boolean foreign() {
            var state = send.state();
            return works && !leads && !state.open() && !state.over() && state != Send.State.APPROVAL;
        }
    }

    /** @param reasons why messages stand where they do @param points how it went */
    public record Statistics(
            Course course, List<Bar> bars, List<MessageList.Reason> reasons, List<Progress.Point> points) {}

    View of(Send send, Actor actor) {
        var now = clock.instant();
        boolean works = actor.may("notices", Level.WORK);
        var course = course(send);
        int recipients = send.state().ran() ? course.counts().rows() : recipients(send, now);
        Preview preview = null;
        var refused = "";
        try {
            preview = check.preview(send.content(), List.of(check.sample()), recipients, now);
        } catch (kr.madang.kernel.Refused why) {
            refused = Words.here(why.code(), why.args().toArray());
        }
        return new View(
                send,
                course,
                preview,
                refused,
                moments(send),
                approval.passage(send.serial()).orElse(null),
                trials.list(send.serial()),
                template(send),
                works,
                Sends.mayLead(actor, send),
                recipients,
                waits(send, now));
    }

    private @Nullable Instant waits(Send send, Instant now) {
        if (send.state() != Send.State.SCHEDULED) return null;
        var next = terms.calendar().next(send.content().kind(), send.meant().isAfter(now) ? send.meant() : now);
        return next.isAfter(now) ? next : null;
    }

    private int recipients(Send send, Instant now) {
        try {
            return check.recipients(send.content(), now);
        } catch (kr.madang.kernel.Refused unreadable) {
            return 0;
        }
    }

    private List<Moment> moments(Send send) {
        return sends.steps(send.serial()).stream()
                .map(s -> new Moment(s.at(), Words.here(s.code()), s.by(), words(s.act(), s.words())))
                .toList();
    }

    private static String words(String act, String words) {
        if (!act.equals("started") || words.isEmpty()) return words;
        return Words.here("notices.step.started.rows", Integer.valueOf(words));
    }

    private String template(Send send) {
        var used = send.content().template();
        if (used == null) return "";
        return templates
                .find(used.template())
                .map(t -> t.name() + " " + Words.here("notices.template.version", used.number()))
                .orElse("");
    }

    Course course(Send send) {
        var counts = facts.counts(send.serial());
        boolean running = send.state() == Send.State.RUNNING;
        var rate = running ? progress.rate(send.serial()) : new Progress.Rate(0);
        return new Course(send, counts, rate.perSecond(), rate.left(counts.remaining()), facts.kept(send.serial()));
    }

    Statistics statistics(Send send) {
        var course = course(send);
        var counts = course.counts();
        var bars = new ArrayList<Bar>();
        for (var state : course.shown()) {
            int n = counts.of(state);
            var share = counts.rows() == 0 ? 0 : 100.0 * n / counts.rows();
            bars.add(Bar.of(
                    Words.here(code(state)), new Bar.Part("", n, Korean.number(n) + " (%.1f%%)".formatted(share))));
        }
        return new Statistics(
                course,
                bars,
                course.kept() ? facts.reasons(send.serial()) : List.of(),
                progress.points(send.serial(), POINTS));
    }

    public static String code(State state) {
        return "notices.state." + state.word();
    }

    /** Reasons of the office in words, codes of carriers as they are. */
    public static String reason(State state, String code) {
        if (code.isEmpty() || state != State.SUPPRESSED && !code.equals("lost")) return code;
        var key = "notices.send.because." + code.toLowerCase(Locale.ROOT);
        var words = Words.here(key);
        return words.equals(key) ? code : words;
    }

    public static String tone(Send.State state) {
        return switch (state) {
            case DRAFT, CANCELLED -> "neutral";
            case RETURNED, HELD -> "danger";
            case APPROVAL, PAUSED -> "warning";
            case SCHEDULED, RUNNING -> "info";
            case CLOSED -> "success";
        };
    }

    public static String tone(State state) {
        return switch (state) {
            case QUEUED, SUPPRESSED -> "neutral";
            case HANDED -> "info";
            case DELIVERED -> "success";
            case FAILED, EXPIRED -> "danger";
            case UNKNOWN -> "warning";
        };
    }

    public static String when(@Nullable Instant at) {
        return at == null ? "" : new Moment(at, "", "", "").when();
    }
}
