package kr.madang.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TemplateStore {
    private final JdbcClient db;

    TemplateStore(JdbcClient db) {
        this.db = db;
    }

    List<ReportTemplate> list() {
        return db.sql("select id, code, title, latest, created_at from report.template order by code desc")
                .query(TemplateStore::template)
                .list();
    }

    Optional<ReportTemplate> find(String code) {
        return db.sql("select id, code, title, latest, created_at from report.template where code = :code")
                .param("code", code)
                .query(TemplateStore::template)
                .optional();
    }

    /** False when the code is taken. */
    boolean insert(ReportTemplate template) {
        return db.sql("""
                        insert into report.template (id, code, title, latest, created_at)
                        values (:id, :code, :title, :latest, :at) on conflict do nothing""")
                        .param("id", template.id())
                        .param("code", template.code())
                        .param("title", template.title())
                        .param("latest", template.latest())
                        .param("at", template.createdAt())
                        .update()
                == 1;
    }

    /** False when somebody saved a version after {@code base}. */
    boolean advance(ReportTemplate.Id id, int base, String title) {
        return db.sql(
                                "update report.template set latest = latest + 1, title = :title where id = :id and latest = :base")
                        .param("id", id)
                        .param("base", base)
                        .param("title", title)
                        .update()
                == 1;
    }

    void insert(ReportTemplate.Id id, int number, String body, String note, Actor by, Instant at) {
        db.sql("""
                insert into report.template_version (template, number, body, note, by_id, by_name, at)
                values (:id, :number, :body, :note, :by, :name, :at)""")
                .param("id", id)
                .param("number", number)
                .param("body", body)
                .param("note", note)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }

    List<ReportTemplate.Version> versions(ReportTemplate.Id id, int limit) {
        return db.sql("""
                select template, number, body, note, by_name, at from report.template_version
                where template = :id order by number desc limit :limit""")
                .param("id", id)
                .param("limit", limit)
                .query(TemplateStore::version)
                .list();
    }

    Optional<ReportTemplate.Version> version(ReportTemplate.Id id, int number) {
        return db.sql("""
                select template, number, body, note, by_name, at from report.template_version
                where template = :id and number = :number""")
                .param("id", id)
                .param("number", number)
                .query(TemplateStore::version)
                .optional();
    }

    private static ReportTemplate template(ResultSet row, int index) throws SQLException {
        return new ReportTemplate(
                new ReportTemplate.Id(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("title"),
                row.getInt("latest"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static ReportTemplate.Version version(ResultSet row, int index) throws SQLException {
        return new ReportTemplate.Version(
                new ReportTemplate.Id(row.getObject("template", UUID.class)),
                row.getInt("number"),
                row.getString("body"),
                row.getString("note"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
