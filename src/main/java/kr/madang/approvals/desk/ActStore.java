package kr.madang.approvals.desk;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of acts (결재 기록), any number of them in one statement: their events, their links, the seats that wait now and where the papers
 * stand. Every column is an array with a type, so that the server plans the statement once.
 */
@Repository
class ActStore {
    private static final String ACTS = """
            with deed as (
                select paper, number, kind, who, for_whom, role, at::timestamptz as at, said, content, words, line, other, status,
                    version, approver, links, head, successor, approved_at::timestamptz as approved_at, submitted, first, title,
                    summary, keywords
                from unnest(:papers, :numbers, :kinds, :whos, :forWhoms, :roles, :ats, :saids, :contents, :words, :lines, :others,
                    :statuses, :versions, :approvers, :links, :heads, :successors, :approvedAts, :submitted, :first, :titles,
                    :summaries, :keywords)
                    as d(paper, number, kind, who, for_whom, role, at, said, content, words, line, other, status, version, approver,
                        links, head, successor, approved_at, submitted, first, title, summary, keywords)
            ), happened as (
                insert into approvals.event (paper, number, kind, who, for_whom, role, at, version, hash, words, line, other)
                select paper, number, kind, who, for_whom, role, at, said, content, words, line::jsonb, other from deed
            ), bound as (
                insert into approvals.link (paper, number, version, event, previous, hash)
                select * from unnest(:linkPapers, :linkNumbers, :linkVersions, :linkEvents, :linkPrevious, :linkHashes)
            ), waiting as (
                update approvals.seat s set due = not s.due, since = d.at
                from deed d
                where s.paper = d.paper and s.due <> exists (
                    select from unnest(:duePapers, :accounts, :duties) as w(paper, account, duty)
                    where w.paper = s.paper and w.account = s.account and w.duty = s.duty)
            )
            update approvals.paper p set status = d.status, version = d.version, approver = d.approver, links = d.links,
                head = d.head, changed_at = d.at, successor = d.successor, approved_at = d.approved_at,
                submitted_at = case when d.submitted then d.at else p.submitted_at end,
                title = coalesce(d.title, p.title), summary = coalesce(d.summary, p.summary),
                keywords = case when d.keywords is null then p.keywords
                    else array(select jsonb_array_elements_text(d.keywords::jsonb)) end
            from deed d where p.id = d.paper and not d.first""";

    private final JdbcClient db;

    ActStore(JdbcClient db) {
        this.db = db;
    }

    /** Writes the newest event of each paper; the rows of papers that begin with it say already what they say. */
    void write(List<Deed> deeds) {
        var statement = db.sql(ACTS);
        stand(said(happened(waiting(bound(statement, deeds), deeds), deeds), deeds), deeds)
                .update();
    }

    private static JdbcClient.StatementSpec happened(JdbcClient.StatementSpec statement, List<Deed> deeds) {
        return statement
                .param("papers", each(deeds, deed -> deed.paper().id().value(), UUID[]::new))
                .param("numbers", each(deeds, deed -> deed.event().number(), Integer[]::new))
                .param("kinds", each(deeds, deed -> deed.event().kind().name(), String[]::new))
                .param("whos", each(deeds, deed -> PaperStore.uuid(deed.event().who()), UUID[]::new))
                .param("forWhoms", each(deeds, deed -> uuid(deed.event().forWhom()), UUID[]::new))
                .param("roles", each(deeds, deed -> deed.event().role().name(), String[]::new))
                .param("ats", each(deeds, deed -> deed.event().at().toString(), String[]::new))
                .param("saids", each(deeds, deed -> deed.event().version(), Integer[]::new))
                .param("contents", each(deeds, deed -> deed.event().hash(), String[]::new))
                .param("words", each(deeds, deed -> deed.event().words(), String[]::new))
                .param("lines", each(deeds, deed -> line(deed.event()), String[]::new))
                .param("others", each(deeds, deed -> other(deed.event()), UUID[]::new));
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, List<Deed> deeds) {
        var links = deeds.stream().flatMap(deed -> deed.links().stream()).toList();
        var papers = deeds.stream()
                .flatMap(deed -> Stream.generate(() -> deed.paper().id().value())
                        .limit(deed.links().size()));
        return statement
                .param("linkPapers", papers.toArray(UUID[]::new))
                .param("linkNumbers", each(links, Link::number, Integer[]::new))
                .param("linkVersions", each(links, ActStore::version, Integer[]::new))
                .param("linkEvents", each(links, ActStore::event, Integer[]::new))
                .param("linkPrevious", each(links, Link::previous, String[]::new))
                .param("linkHashes", each(links, Link::hash, String[]::new));
    }

    private static @Nullable Integer version(Link link) {
        return link.entry() instanceof Entry.Kept(Version version) ? version.number() : null;
    }

    private static @Nullable Integer event(Link link) {
        return link.entry() instanceof Entry.Acted(Event event) ? event.number() : null;
    }

    private record Due(UUID paper, SeatStore.Seat seat) {}

    private static JdbcClient.StatementSpec waiting(JdbcClient.StatementSpec statement, List<Deed> deeds) {
        var due = deeds.stream()
                .flatMap(deed -> SeatStore.due(deed.paper()).stream()
                        .map(seat -> new Due(deed.paper().id().value(), seat)))
                .toList();
        return statement
                .param("duePapers", each(due, Due::paper, UUID[]::new))
                .param("accounts", each(due, one -> one.seat().account(), UUID[]::new))
                .param("duties", each(due, one -> one.seat().duty().name(), String[]::new));
    }

    private static JdbcClient.StatementSpec stand(JdbcClient.StatementSpec statement, List<Deed> deeds) {
        return statement
                .param("statuses", each(deeds, deed -> deed.paper().status().name(), String[]::new))
                .param("versions", each(deeds, deed -> deed.paper().version(), Integer[]::new))
                .param(
                        "approvers",
                        each(deeds, deed -> PaperStore.uuid(deed.paper().line().approver()), UUID[]::new))
                .param("links", each(deeds, deed -> deed.head().links(), Integer[]::new))
                .param("heads", each(deeds, deed -> deed.head().hash(), String[]::new))
                .param("successors", each(deeds, ActStore::successor, UUID[]::new))
                .param("approvedAts", each(deeds, ActStore::approvedAt, String[]::new))
                .param("submitted", each(deeds, deed -> deed.event().kind() == Event.Kind.SUBMITTED, Boolean[]::new))
                .param("first", each(deeds, Deed::first, Boolean[]::new));
    }

    /** The newest content stands in the row too, where lists find it. */
    private static JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, List<Deed> deeds) {
        return statement
                .param("titles", each(deeds, deed -> fresh(deed, Version::title), String[]::new))
                .param("summaries", each(deeds, deed -> fresh(deed, Version::summary), String[]::new))
                .param("keywords", each(deeds, deed -> fresh(deed, v -> PaperRows.text(v.keywords())), String[]::new));
    }

    private static @Nullable String fresh(Deed deed, Function<Version, String> field) {
        var fresh = deed.fresh();
        return fresh == null ? null : field.apply(fresh);
    }

    private static @Nullable UUID successor(Deed deed) {
        return deed.paper().successor().map(id -> id.value()).orElse(null);
    }

    private static @Nullable String approvedAt(Deed deed) {
        return deed.paper().approvedAt().map(Object::toString).orElse(null);
    }

    private static @Nullable String line(Event event) {
        var line = event.line();
        return line == null ? null : LineText.of(line);
    }

    private static @Nullable UUID other(Event event) {
        var other = event.other();
        return other == null ? null : other.value();
    }

    private static @Nullable UUID uuid(@Nullable Person person) {
        return person == null ? null : PaperStore.uuid(person);
    }

    private static <T, V> @Nullable V[] each(
            List<T> all, Function<T, @Nullable V> field, IntFunction<@Nullable V[]> kind) {
        return all.stream().map(field).toArray(kind);
    }
}
