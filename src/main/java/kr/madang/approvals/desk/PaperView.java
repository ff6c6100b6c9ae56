package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.gate.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A paper as its page shows it to one person (문서 보기).
 *
 * @param paper status, line, boxes and events
 * @param versions what it said, oldest first; never empty
 * @param unit name of the unit (처리과)
 * @param number register number; empty before the approval
 * @param second second number, e.g. {@code 공고 제2026-123호}; empty when it has none
 * @param origin what it decides for another room
 * @param names names and titles of everybody on the paper
 * @param moves what the reader may do now
 */
public record PaperView(
        Paper paper,
        List<Version> versions,
        Filing filing,
        String team,
        String unit,
        String number,
        String second,
        @Nullable Origin origin,
        Instant madeAt,
        Map<Person, String> names,
        Set<Move> moves) {
    /**
     * @param link path of the page on which the subject stands
     * @param dropped the room took it back; the paper decides nothing any more
     */
    public record Origin(Subject subject, String link, String seal, boolean dropped) {}

    public PaperView {
        versions = List.copyOf(versions);
        names = Map.copyOf(names);
        moves = Set.copyOf(moves);
    }

    public Version current() {
        return versions.getLast();
    }

    /** SHA-256 of what is shown; an act names it, so that nobody signs what he did not see. */
    public String hash() {
        return paper.content();
    }

    public Optional<Origin> from() {
        return Optional.ofNullable(origin);
    }

    public String name(Person person) {
        return names.getOrDefault(person, person.key());
    }
}
