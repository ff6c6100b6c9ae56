package kr.madang.office.staffing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.madang.office.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL that changes posts, people and appointments. */
@Repository
class PostingStore {
    private final JdbcClient db;

    PostingStore(JdbcClient db) {
        this.db = db;
    }

    void insertPost(UUID id, String code) {
        db.sql("insert into office.post (id, code) values (:id, :code)")
                .param("id", id)
                .param("code", code)
                .update();
    }

    void insertTerm(UUID id, UUID post, @Nullable UUID team, String title, Rank rank, Span span) {
        db.sql("""
                insert into office.post_term (id, post_id, team_id, title, kind, grade, valid)
                values (:id, :post, :team::uuid, :title, :kind, :grade, :valid::daterange)""")
                .param("id", id)
                .param("post", post)
                .param("team", team)
                .param("title", title)
                .param("kind", rank.kind())
                .param("grade", rank.grade())
                .param("valid", span.range())
                .update();
    }

    void insertPerson(Person person) {
        db.sql("insert into office.person (id, number, name) values (:id, :number, :name)")
                .param("id", person.id())
                .param("number", person.number())
                .param("name", person.name())
                .update();
    }

    void insertGrade(UUID id, UUID person, Rank rank, Span span) {
        db.sql("""
                insert into office.person_grade (id, person_id, kind, grade, valid)
                values (:id, :person, :kind, :grade, :valid::daterange)""")
                .param("id", id)
                .param("person", person)
                .param("kind", rank.kind())
                .param("grade", rank.grade())
                .param("valid", span.range())
                .update();
    }

    void insertAppointment(
            UUID id,
            UUID person,
            @Nullable UUID post,
            @Nullable UUID team,
            boolean concurrent,
            String reason,
            Span span) {
        db.sql("""
                insert into office.appointment (id, person_id, post_id, team_id, concurrent, reason, valid)
                values (:id, :person, :post::uuid, :team::uuid, :concurrent, :reason, :valid::daterange)""")
                .param("id", id)
                .param("person", person)
                .param("post", post)
                .param("team", team)
                .param("concurrent", concurrent)
                .param("reason", reason)
                .param("valid", span.range())
                .update();
    }

    /** Whether the post exists on every day of the span; locks it against being closed meanwhile. */
    boolean postCovers(UUID post, Span span) {
        db.sql("select id from office.post where id = :post for update")
                .param("post", post)
                .query()
                .listOfRows();
        return covers("office.post_term", "post_id", post, span);
    }

    /** Whether the person has a rank on every day of the span. */
    boolean rankCovers(UUID person, Span span) {
        return covers("office.person_grade", "person_id", person, span);
    }

    boolean teamCovers(UUID team, Span span) {
        return covers("office.team_term", "team_id", team, span);
    }

    private boolean covers(String table, String column, UUID id, Span span) {
        return db.sql("select coalesce(range_agg(valid) @> :span::daterange, false) from %s where %s = :id"
                        .formatted(table, column))
                .param("id", id)
                .param("span", span.range())
                .query(Boolean.class)
                .single();
    }

    boolean heldAfter(UUID post, LocalDate last) {
        db.sql("select id from office.post where id = :post for update")
                .param("post", post)
                .query()
                .listOfRows();
        return db.sql("""
                select exists (select from office.appointment
                where post_id = :post and valid && daterange(:last::date + 1, null))""")
                .param("post", post)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    int endTerm(UUID post, LocalDate last) {
        return db.sql("""
                update office.post_term set valid = daterange(lower(valid), :last::date + 1)
                where post_id = :post and valid @> :last::date""").param("post", post).param("last", last).update();
    }

    int endGrade(UUID person, LocalDate last) {
        return db.sql("""
                update office.person_grade set valid = daterange(lower(valid), :last::date + 1)
                where person_id = :person and valid @> :last::date""").param("person", person).param("last", last).update();
    }

    int endAppointment(UUID appointment, LocalDate last) {
        return db.sql("""
                update office.appointment set valid = daterange(lower(valid), :last::date + 1)
                where id = :id and valid @> :last::date""").param("id", appointment).param("last", last).update();
    }

    /** Ends every seat the person holds on the day. */
    int endAppointments(UUID person, LocalDate last) {
        return db.sql("""
                update office.appointment set valid = daterange(lower(valid), :last::date + 1)
                where person_id = :person and valid @> :last::date""").param("person", person).param("last", last).update();
    }

    /** Whether a seat or a rank of the person begins only after the day. */
    boolean seatedAfter(UUID person, LocalDate last) {
        return db.sql("""
                select exists (select from office.appointment where person_id = :person and lower(valid) > :last)
                    or exists (select from office.person_grade where person_id = :person and lower(valid) > :last)""")
                .param("person", person)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> seatOf(UUID person, LocalDate day) {
        return db.sql("""
                select id from office.appointment
                where person_id = :person and valid @> :day::date and not concurrent""")
                .param("person", person)
                .param("day", day)
                .query(UUID.class)
                .optional();
    }
}
