package kr.madang.press.web.releases;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Passage;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Words;
import kr.madang.press.releases.Release;
import kr.madang.press.releases.ReleaseApproval;
import kr.madang.press.releases.Releases;
import kr.madang.press.releases.Step;
import kr.madang.press.releases.Version;
import kr.madang.press.releases.distribution.Delivered;
import kr.madang.press.releases.distribution.Distribution;
import kr.madang.press.releases.writing.Findings;
import kr.madang.press.releases.writing.Photo;
import kr.madang.press.releases.writing.ReleaseSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what pages show of a release. */
@Component
public class ReleaseViews {
    /**
     * A release as its page shows it.
     *
     * @param version the one that is shown
     * @param paper id of the paper that asks for its approval; empty when nobody has asked
     */
    public record View(
            Release release,
            Version version,
            List<Photo> photos,
            List<Findings.Finding> findings,
            String paper,
            String mailing,
            List<Moment> moments,
            Counts counts,
            boolean works,
            boolean approves) {
        public boolean newest() {
            return version.number() == release.newest().number();
        }
    }

    /** How many were written to about the shown version, and what became of it. */
    public record Counts(long all, long handed, long failed, long unsent) {
        static Counts of(List<Delivered> delivered) {
            return new Counts(
                    delivered.size(),
                    delivered.stream().filter(d -> state(d).equals("HANDED")).count(),
                    delivered.stream().filter(d -> state(d).equals("FAILED")).count(),
                    delivered.stream().filter(d -> d.letter() == null).count());
        }

        private static String state(Delivered delivered) {
            return delivered.letter() == null ? "" : delivered.fate().state().name();
        }
    }

    private final Releases releases;
    private final ReleaseApproval approval;
    private final Distribution distribution;
    private final WritingDesk desk;
    private final Clock clock;

    ReleaseViews(
            Releases releases, ReleaseApproval approval, Distribution distribution, WritingDesk desk, Clock clock) {
        this.releases = releases;
        this.approval = approval;
        this.distribution = distribution;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param number of the version; 0 for the newest */
    View of(int serial, int number, Actor actor) {
        var release = releases.get(serial);
        var version = number == 0 ? release.newest() : release.version(number);
        var photos = releases.photos(version);
        var passage = approval.passage(version);
        var findings = version.state().open()
                ? Findings.of(version.content(), photos, clock.instant())
                : List.<Findings.Finding>of();
        var told = distribution.of(release.id()).stream()
                .filter(d -> d.version() == version.number())
                .toList();
        return new View(
                release,
                version,
                photos,
                findings,
                paper(version, passage),
                desk.mailing(version.content().mailing()),
                moments(releases.steps(release)),
                Counts.of(told),
                actor.may("press", Level.WORK),
                actor.may("press", Level.APPROVE));
    }

    private static String paper(Version version, Optional<Passage> passage) {
        return version.state() == Version.State.APPROVAL && passage.isPresent()
                ? passage.get().paper().toString()
                : "";
    }

    /** Newest first. */
    private static List<Moment> moments(List<Step> steps) {
        var moments = new java.util.ArrayList<Moment>();
        for (var step : steps) {
            var title = Words.here("press.step." + step.act());
            if (step.version() > 1) title += " · " + Words.here("press.version", step.version());
            moments.add(new Moment(step.at(), title, step.by(), step.words()));
        }
        Collections.reverse(moments);
        return moments;
    }

    /** How a state looks. */
    public static String tone(Version.State state, boolean withdrawn) {
        if (withdrawn) return "danger";
        return switch (state) {
            case DRAFT, DROPPED -> "";
            case REVIEW, APPROVAL -> "info";
            case RETURNED -> "danger";
            case APPROVED -> "warning";
            case RELEASED -> "success";
        };
    }

    public static String moment(java.time.@Nullable Instant at) {
        return at == null ? "" : ReleaseSheet.moment(at);
    }
}
