package kr.madang.approvals.desk;

import java.util.List;
import java.util.UUID;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of an act (결재 기록): its event, its links, the seats that wait now and where the paper stands, in one statement. What an act
 * lacks is an empty text and never null: a null has no type, and every change of types makes the server plan the statement anew.
 */
@Repository
class ActStore {
    private static final String ACT = """
            with happened as (
                insert into approvals.event (paper, number, kind, who, for_whom, role, at, version, hash, words, line, other)
                values (:paper, :number, :kind, :who, nullif(:forWhom, '')::uuid, :role, :at, :said, :content, :words,
                    nullif(:text, '')::jsonb, nullif(:other, '')::uuid)
            ), bound as (
                insert into approvals.link (paper, number, version, event, previous, hash)
                select :paper, l.number, l.version, l.event, l.previous, l.hash
                from unnest(:linkNumbers, :linkVersions, :linkEvents, :linkPrevious, :linkHashes)
                    as l(number, version, event, previous, hash)
            ), waiting as (
                update approvals.seat s set due = not s.due, since = :at
                where s.paper = :paper and s.due <> exists (
                    select from unnest(:accounts, :duties) as d(account, duty)
                    where d.account = s.account and d.duty = s.duty)
            )
            update approvals.paper set status = :status, version = :version, approver = :approver, links = :links,
                head = :head, changed_at = :at, successor = nullif(:successor, '')::uuid,
                approved_at = nullif(:approvedAt, '')::timestamptz,
                submitted_at = case when :submitted then :at else submitted_at end,
                title = case when :fresh then :title else title end,
                summary = case when :fresh then :summary else summary end,
                keywords = case when :fresh then :keywords else keywords end
            where id = :paper""";

    private final JdbcClient db;

    ActStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Writes the newest event of the paper.
     *
     * @param fresh the newest content, which stands in the row too, where lists find it; null when the act wrote none
     */
    void write(Paper paper, List<Link> links, Card.Head head, @Nullable Version fresh) {
        var statement = db.sql(ACT).param("paper", paper.id());
        stand(happened(waiting(bound(statement, links), paper), paper.last()), paper, head)
                .param("fresh", fresh != null)
                .param("title", fresh == null ? "" : fresh.title())
                .param("summary", fresh == null ? "" : fresh.summary())
                .param(
                        "keywords",
                        fresh == null ? new String[0] : fresh.keywords().toArray(String[]::new))
                .update();
    }

    private static JdbcClient.StatementSpec happened(JdbcClient.StatementSpec statement, Event e) {
        var line = e.line();
        var absent = e.forWhom();
        return statement
                .param("number", e.number())
                .param("kind", e.kind())
                .param("who", PaperStore.uuid(e.who()))
                .param("forWhom", absent == null ? "" : absent.key())
                .param("role", e.role())
                .param("at", e.at())
                .param("said", e.version())
                .param("content", e.hash())
                .param("words", e.words())
                .param("text", line == null ? "" : LineText.of(line))
                .param("other", text(e.other()));
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, List<Link> links) {
        return statement
                .param("linkNumbers", links.stream().map(Link::number).toArray(Integer[]::new))
                .param("linkVersions", links.stream().map(ActStore::version).toArray(Integer[]::new))
                .param("linkEvents", links.stream().map(ActStore::event).toArray(Integer[]::new))
                .param("linkPrevious", links.stream().map(Link::previous).toArray(String[]::new))
                .param("linkHashes", links.stream().map(Link::hash).toArray(String[]::new));
    }

    private static @Nullable Integer version(Link link) {
        return link.entry() instanceof Entry.Kept(Version version) ? version.number() : null;
    }

    private static @Nullable Integer event(Link link) {
        return link.entry() instanceof Entry.Acted(Event event) ? event.number() : null;
    }

    private static JdbcClient.StatementSpec waiting(JdbcClient.StatementSpec statement, Paper paper) {
        var due = SeatStore.due(paper);
        return statement
                .param("accounts", due.stream().map(SeatStore.Seat::account).toArray(UUID[]::new))
                .param("duties", due.stream().map(seat -> seat.duty().name()).toArray(String[]::new));
    }

    private static JdbcClient.StatementSpec stand(JdbcClient.StatementSpec statement, Paper paper, Card.Head head) {
        return statement
                .param("status", paper.status())
                .param("version", paper.version())
                .param("approver", PaperStore.uuid(paper.line().approver()))
                .param("links", head.links())
                .param("head", head.hash())
                .param("successor", text(paper.successor().orElse(null)))
                .param("approvedAt", text(paper.approvedAt().orElse(null)))
                .param("submitted", paper.last().kind() == Event.Kind.SUBMITTED);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
