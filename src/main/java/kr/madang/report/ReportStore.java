package kr.madang.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportStore {
    private static final String COLUMNS = """
            select r.id, t.code, r.template_version, r.year, r.as_of, r.title, r.section, r.session, r.dates, r.contents,
                   r.state, r.created_name, r.created_at, i.number
            from report.report r join report.template t on t.id = r.template left join report.issue i on i.report = r.id
            """;

    private final JdbcClient db;

    ReportStore(JdbcClient db) {
        this.db = db;
    }

    List<Report> list(@Nullable Integer year, Report.@Nullable State state, int limit, int offset) {
        return db.sql(COLUMNS + """
                where (:year::int is null or r.year = :year) and (:state::text is null or r.state = :state)
                order by r.as_of desc, r.id desc limit :limit offset :offset""")
                .param("year", year)
                .param("state", state)
                .param("limit", limit)
                .param("offset", offset)
                .query(ReportStore::report)
                .list();
    }

    long count(@Nullable Integer year, Report.@Nullable State state) {
        return db.sql("""
                select count(*) from report.report r
                where (:year::int is null or r.year = :year) and (:state::text is null or r.state = :state)""")
                .param("year", year)
                .param("state", state)
                .query(Long.class)
                .single();
    }

    List<Integer> years() {
        return db.sql("select distinct year from report.report order by year desc")
                .query(Integer.class)
                .list();
    }

    Optional<Report> find(Report.Id id) {
        return db.sql(COLUMNS + "where r.id = :id")
                .param("id", id)
                .query(ReportStore::report)
                .optional();
    }

    /** False when the report is there already: the form was sent twice. */
    boolean insert(Report report, ReportTemplate.Id template, Actor by) {
        return db.sql("""
                        insert into report.report (id, template, template_version, year, as_of, title, section, session, dates,
                            contents, state, created_at, created_by, created_name)
                        values (:id, :template, :version, :year, :asOf, :title, :section, :session, :dates, :contents, :state,
                            :at, :by, :name) on conflict (id) do nothing""")
                        .param("id", report.id())
                        .param("template", template)
                        .param("version", report.templateVersion())
                        .param("year", report.year())
                        .param("asOf", report.asOf())
                        .param("title", report.cover().title())
                        .param("section", report.cover().section())
                        .param("session", report.cover().session())
                        .param("dates", report.cover().dates())
                        .param("contents", report.cover().contents())
                        .param("state", report.state())
                        .param("at", report.createdAt())
                        .param("by", by.id())
                        .param("name", by.name())
                        .update()
                == 1;
    }

    /** False when the report is no longer open. */
    boolean update(Report.Id id, int year, LocalDate asOf, Report.Cover cover) {
        return db.sql("""
                        update report.report set year = :year, as_of = :asOf, title = :title, section = :section,
                            session = :session, dates = :dates, contents = :contents
                        where id = :id and state in ('DRAFT', 'INPUT', 'REVIEW')""")
                        .param("id", id)
                        .param("year", year)
                        .param("asOf", asOf)
                        .param("title", cover.title())
                        .param("section", cover.section())
                        .param("session", cover.session())
                        .param("dates", cover.dates())
                        .param("contents", cover.contents())
                        .update()
                == 1;
    }

    /** The row count is the lock: false when the report was not in {@code from}. */
    boolean move(Report.Id id, Report.State from, Report.State to) {
        return db.sql("update report.report set state = :to where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    /** Holds the state still until the transaction ends, so that nobody freezes a report while a page of it is saved. */
    Report.State hold(Report.Id id) {
        return db.sql("select state from report.report where id = :id for share")
                .param("id", id)
                .query((row, i) -> Report.State.valueOf(row.getString(1)))
                .single();
    }

    void step(
            Report.Id id,
            Report.@Nullable State from,
            Report.State to,
            String reason,
            Actor by,
            UUID step,
            Instant at) {
        db.sql("""
                insert into report.step (id, report, from_state, to_state, reason, by_id, by_name, at)
                values (:id, :report, :from, :to, :reason, :by, :name, :at)""")
                .param("id", step)
                .param("report", id)
                .param("from", from)
                .param("to", to)
                .param("reason", reason)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }

    List<Report.Step> steps(Report.Id id) {
        return db.sql(
                        "select from_state, to_state, reason, by_name, at from report.step where report = :id order by at, id")
                .param("id", id)
                .query((row, i) -> new Report.Step(
                        row.getString("from_state") == null ? null : Report.State.valueOf(row.getString("from_state")),
                        Report.State.valueOf(row.getString("to_state")),
                        row.getString("reason"),
                        row.getString("by_name"),
                        instant(row, "at")))
                .list();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Report report(ResultSet row, int index) throws SQLException {
        return new Report(
                new Report.Id(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getInt("template_version"),
                row.getInt("year"),
                row.getObject("as_of", LocalDate.class),
                new Report.Cover(
                        row.getString("title"),
                        row.getString("section"),
                        row.getString("session"),
                        row.getString("dates"),
                        row.getBoolean("contents")),
                Report.State.valueOf(row.getString("state")),
                row.getString("created_name"),
                instant(row, "created_at"),
                row.getObject("number", Integer.class));
    }
}
