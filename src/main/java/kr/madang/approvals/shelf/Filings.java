package kr.madang.approvals.shelf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.desk.Shelf;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers in their files (편철): filed at their approval, moved with a reason until the file is closed. */
@Component
@Transactional
public class Filings implements Shelf {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int LONGEST_REASON = 500;
    private static final int OFFERED = 200;
    /** Whoever meets a close once opens the next volume; nobody meets ten in a row. */
    private static final int TRIES = 10;

    /** A move that was made (철 옮김). */
    public record Moved(Instant at, String by, String from, String to, String reason) {}

    private final FilingStore store;
    private final StrayStore strays;
    private final FileStore files;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    Filings(FilingStore store, StrayStore strays, FileStore files, Access access, Trail trail, Clock clock) {
        this.store = store;
        this.strays = strays;
        this.files = files;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /** Papers for the same file. */
    private record Place(String unit, String task, int year) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::unit).thenComparing(Place::task).thenComparing(Place::year);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        static Place of(Placing paper) {
            int year = LocalDate.ofInstant(paper.at(), SEOUL).getYear();
            return new Place(paper.unit(), paper.task().code(), year);
        }
    }

    @Override
    public void file(List<Placing> papers) {
        // in one order, so that two who file for several never wait for each other in a circle
        papers.stream()
                .collect(Collectors.groupingBy(Place::of, TreeMap::new, Collectors.toList()))
                .forEach(this::file);
    }

    private void file(Place place, List<Placing> papers) {
        var first = papers.getFirst();
        var task = first.task();
        for (int i = 0; i < TRIES; i++) {
            if (store.place(papers, place.unit(), place.task(), place.year())) return;
            var id = Id.next(first.at());
            var by = first.by().login();
            store.open(id, place.unit(), place.task(), place.year(), task.title(), task.retention(), first.at(), by);
        }
        throw Refused.conflict("approvals.files.busy");
    }

    /** Files what was approved in the unit and year and lies nowhere. @return how many */
    public int fileStrays(Actor by, String unit, int year) {
        mayManage(by);
        return fileStrays(by, new StrayStore.Place(unit, year));
    }

    private int fileStrays(Actor by, StrayStore.Place place) {
        strays.open(place, clock.instant().truncatedTo(ChronoUnit.MICROS), by.login());
        int filed = strays.file(place);
        var subject = "year:" + place.unit() + "-" + place.year();
        if (filed > 0) trail.record(by, "approvals", "strays.filed", subject, Map.of("papers", filed));
        return filed;
    }

    @Override
    public int fileStrays(Actor by) {
        mayManage(by);
        return strays.places().stream().mapToInt(place -> fileStrays(by, place)).sum();
    }

    /** Puts a paper into another open file of its unit and year. Managers may, and whoever drafted it. */
    public void move(Actor by, Paper.Id paper, UUID to, String reason) {
        var why = reason.replace('\0', '\uFFFD').strip();
        var drafter = store.drafter(paper.value()).orElseThrow(() -> Refused.missing("approvals.paper.missing"));
        boolean mine = drafter.equals(by.id()) && by.may("approvals", Level.WORK);
        if (!mine) mayManage(by);
        if (why.isEmpty() || why.length() > LONGEST_REASON)
            throw Refused.invalid("approvals.files.reason", LONGEST_REASON);
        var from = store.fileOf(paper.value()).orElseThrow(() -> Refused.conflict("approvals.files.unfiled"));
        if (from.equals(to)) throw Refused.invalid("approvals.files.there");
        // always in the same order, so that two moves against each other do not wait for each other
        boolean ordered = from.compareTo(to) < 0;
        var first = lock(ordered ? from : to);
        var second = lock(ordered ? to : from);
        if (!first.open() || !second.open()) throw Refused.conflict("approvals.files.closed");
        boolean together = first.code().year() == second.code().year()
                && first.code().unitCode().equals(second.code().unitCode());
        if (!together) throw Refused.invalid("approvals.files.elsewhere");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.move(Id.next(now), paper.value(), from, to, why, now, by.name()))
            throw Refused.conflict("approvals.files.moved");
        var details = Map.of(
                "from", (ordered ? first : second).code().text(),
                "to", (ordered ? second : first).code().text(),
                "reason", why);
        trail.record(by, "approvals", "paper.moved", "paper:" + paper, details);
    }

    private FileItem lock(UUID file) {
        return files.lock(file).orElseThrow(Files::missing);
    }

    /** Where the paper lies; empty before its approval. */
    @Transactional(readOnly = true)
    public Optional<FileItem> of(Paper.Id paper) {
        return store.fileOf(paper.value()).flatMap(files::find);
    }

    /** Where a paper of this file may be moved to. */
    @Transactional(readOnly = true)
    public List<FileItem> besides(FileItem file) {
        return files.open(file.code().unitCode(), file.code().year(), OFFERED).stream()
                .filter(other -> !other.id().equals(file.id()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Moved> moves(Paper.Id paper) {
        return store.moves(paper.value());
    }

    /** The papers of a file in the order of their approval. @param text part of a title or a whole register number */
    @Transactional(readOnly = true)
    public Slice<FiledPaper> papers(Actor by, UUID file, String text, @Nullable String cursor, int size) {
        return store.papers(file, text, access.keys(by), cursor, size);
    }

    @Transactional(readOnly = true)
    public void each(Actor by, UUID file, Consumer<FiledPaper> taker) {
        store.each(file, access.keys(by), taker);
    }

    static void mayManage(Actor by) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
    }
}
