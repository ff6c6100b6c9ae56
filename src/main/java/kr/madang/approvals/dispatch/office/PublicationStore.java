package kr.madang.approvals.dispatch.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.print.Letter;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * All SQL of papers on the homepage. The public reads this table and nothing else; a paper that has been closed since is not shown,
 * one that is only partly open by now shows no text.
 */
@Repository
class PublicationStore {
    private static final Keyset<Publication> NEWEST = Keyset.<Publication>of("publications")
            .descending("b.published_at", Instant.class, Publication::publishedAt)
            .descending("b.id", UUID.class, Publication::id);

    private static final String SHOWN = """
        select b.id, b.title, b.summary, b.kind, b.number, b.second, b.unit, b.sender, b.noticed, b.published_at,
            case when p.disclosure = 'OPEN' then b.disclosure else p.disclosure end as disclosure,
            case when p.disclosure = 'OPEN' then coalesce(b.body, '') else '' end as body,
            case when p.disclosure = 'OPEN' then b.letter end as letter
        from approvals.publication b join approvals.paper p on p.id = b.paper
        where b.taken_down_at is null and p.disclosure <> 'CLOSED'
        """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    PublicationStore(JdbcClient db) {
        this.db = db;
    }

    boolean isShown(Paper.Id paper) {
        return db.sql("select exists (select from approvals.publication where paper = :paper and taken_down_at is"
                        + " null)")
                .param("paper", paper)
                .query(Boolean.class)
                .single();
    }

    /** The text only where the whole paper is open. */
    void insert(Publication b, Delivery.Id delivery, Paper.Id paper) {
        db.sql("""
            insert into approvals.publication (id, delivery, paper, title, summary, body, letter, disclosure, kind, number,
                second, unit, sender, noticed, published_at)
            values (:id, :delivery, :paper, :title, :summary, :body, :letter::jsonb, :disclosure, :kind, :number, :second, :unit,
                :sender, :noticed, :at)\
            """)
                .param("id", b.id())
                .param("delivery", delivery)
                .param("paper", paper)
                .param("title", b.title())
                .param("summary", b.summary())
                .param("body", b.disclosure() == Disclosure.Kind.OPEN ? b.text() : null)
                .param("letter", b.letter() == null ? null : JSON.writeValueAsString(b.letter()))
                .param("disclosure", b.disclosure())
                .param("kind", b.kind())
                .param("number", b.number())
                .param("second", b.second())
                .param("unit", b.unit())
                .param("sender", b.sender())
                .param("noticed", b.noticed())
                .param("at", b.publishedAt())
                .update();
    }

    void takeDown(Delivery.Id delivery, Instant at) {
        db.sql("update approvals.publication set taken_down_at = :at where delivery = :delivery and"
                        + " taken_down_at is null")
                .param("delivery", delivery)
                .param("at", at)
                .update();
    }

    Optional<Publication> find(UUID id) {
        return db.sql(SHOWN + " and b.id = :id")
                .param("id", id)
                .query(PublicationStore::publication)
                .optional();
    }

    /** @param text part of a title, summary or number @param unit name; empty for all */
    Slice<Publication> find(String text, String unit, @Nullable String cursor, int size) {
        var like = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql(SHOWN + """
            and (:like = '%%' or lower(b.title) like :like or lower(b.summary) like :like
                or lower(b.number) like :like or lower(b.second) like :like)
            and (:unit = '' or b.unit = :unit) and\s\
            """ + where + tail)
                .param("like", like)
                .param("unit", unit)
                .params(keys)
                .query(PublicationStore::publication)
                .list());
    }

    private static @Nullable Letter letter(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Letter.class);
    }

    private static Publication publication(ResultSet row, int n) throws SQLException {
        return new Publication(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("summary"),
                row.getString("body"),
                letter(row.getString("letter")),
                Disclosure.Kind.valueOf(row.getString("disclosure")),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("second"),
                row.getString("unit"),
                row.getString("sender"),
                row.getObject("noticed", LocalDate.class),
                Objects.requireNonNull(SendingStore.instant(row, "published_at")));
    }
}
