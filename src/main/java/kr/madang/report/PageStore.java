package kr.madang.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.report.template.PageText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pages of reports, their versions and the comments on them. */
@Repository
class PageStore {
    private static final String PAGES = """
            select p.report, p.position, p.level, p.heading, p.teams, p.latest, v.body, v.by_name, v.at
            from report.page p join report.page_version v
              on v.report = p.report and v.position = p.position and v.number = p.latest
            where p.report = :report""";

    private final JdbcClient db;

    PageStore(JdbcClient db) {
        this.db = db;
    }

    List<Report.Page> list(Report.Id report) {
        return db.sql(PAGES + " order by p.position")
                .param("report", report)
                .query(PageStore::page)
                .list();
    }

    Optional<Report.Page> find(Report.Id report, int position) {
        return db.sql(PAGES + " and p.position = :position")
                .param("report", report)
                .param("position", position)
                .query(PageStore::page)
                .optional();
    }

    void insert(Report.Id report, int position, PageText page, Actor by, Instant at) {
        db.sql("""
                insert into report.page (report, position, level, heading, teams, latest)
                values (:report, :position, :level, :heading, string_to_array(:teams, ','), 1)""")
                .param("report", report)
                .param("position", position)
                .param("level", page.level())
                .param("heading", page.heading())
                .param("teams", String.join(",", page.teams()))
                .update();
        insert(report, position, 1, page.body(), by, at);
    }

    void insert(Report.Id report, int position, int number, String body, Actor by, Instant at) {
        db.sql("""
                insert into report.page_version (report, position, number, body, by_id, by_name, at)
                values (:report, :position, :number, :body, :by, :name, :at)""")
                .param("report", report)
                .param("position", position)
                .param("number", number)
                .param("body", body)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }

    /** False when somebody saved after {@code base}. */
    boolean advance(Report.Id report, int position, int base) {
        return db.sql("""
                        update report.page set latest = latest + 1
                        where report = :report and position = :position and latest = :base""")
                        .param("report", report)
                        .param("position", position)
                        .param("base", base)
                        .update()
                == 1;
    }

    List<Report.PageVersion> versions(Report.Id report, int position, int limit) {
        return db.sql("""
                select position, number, body, by_name, at from report.page_version
                where report = :report and position = :position order by number desc limit :limit""")
                .param("report", report)
                .param("position", position)
                .param("limit", limit)
                .query(PageStore::version)
                .list();
    }

    Optional<Report.PageVersion> version(Report.Id report, int position, int number) {
        return db.sql("""
                select position, number, body, by_name, at from report.page_version
                where report = :report and position = :position and number = :number""")
                .param("report", report)
                .param("position", position)
                .param("number", number)
                .query(PageStore::version)
                .optional();
    }

    /** Does nothing when the comment is there already: the form was sent twice. */
    void comment(Report.Id report, UUID id, @Nullable Integer position, String body, Actor by, Instant at) {
        db.sql("""
                insert into report.comment (id, report, position, body, by_id, by_name, at)
                values (:id, :report, :position::int, :body, :by, :name, :at) on conflict (id) do nothing""")
                .param("id", id)
                .param("report", report)
                .param("position", position)
                .param("body", body)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }

    boolean settle(Report.Id report, UUID comment, Actor by, Instant at) {
        return db.sql("""
                        update report.comment set settled_at = :at, settled_name = :name
                        where id = :id and report = :report and settled_at is null""")
                        .param("id", comment)
                        .param("report", report)
                        .param("name", by.name())
                        .param("at", at)
                        .update()
                == 1;
    }

    List<Report.Comment> comments(Report.Id report) {
        return db.sql("""
                select id, position, body, by_name, at, settled_name from report.comment
                where report = :report order by at, id""")
                .param("report", report)
                .query((row, i) -> new Report.Comment(
                        row.getObject("id", UUID.class),
                        row.getObject("position", Integer.class),
                        row.getString("body"),
                        row.getString("by_name"),
                        ReportStore.instant(row, "at"),
                        row.getString("settled_name")))
                .list();
    }

    private static Report.Page page(ResultSet row, int index) throws SQLException {
        return new Report.Page(
                new Report.Id(row.getObject("report", UUID.class)),
                row.getInt("position"),
                row.getInt("level"),
                row.getString("heading"),
                Arrays.asList((String[]) row.getArray("teams").getArray()),
                row.getInt("latest"),
                row.getString("body"),
                row.getString("by_name"),
                ReportStore.instant(row, "at"));
    }

    private static Report.PageVersion version(ResultSet row, int index) throws SQLException {
        return new Report.PageVersion(
                row.getInt("position"),
                row.getInt("number"),
                row.getString("body"),
                row.getString("by_name"),
                ReportStore.instant(row, "at"));
    }
}
