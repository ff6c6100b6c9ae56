package kr.madang.office.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.madang.office.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL that asks about posts, people and appointments. */
@Repository
class StaffingStore {
    private static final String HEADS = """
            select a.id as appointment, a.person_id, n.number, n.name, g.kind, g.grade, a.post_id, p.code as post_code,
                   a.concurrent, coalesce(tm.name, '') as team, coalesce(pt.title, '정원 외') as title,
                   lower(a.valid) as since, upper(a.valid) as until
            from office.appointment a
            join office.person n on n.id = a.person_id
            join office.person_grade g on g.person_id = a.person_id and g.valid @> :day::date
            left join office.post p on p.id = a.post_id
            left join office.post_term pt on pt.post_id = a.post_id and pt.valid @> :day::date
            left join office.team_term tm
                on tm.team_id = coalesce(a.team_id, pt.team_id) and tm.valid @> :day::date
            where a.valid @> :day::date
            """;

    private static final String SEATS = """
            select pt.post_id, p.code, pt.team_id, coalesce(tm.name, '') as team, pt.title as seat_title, pt.kind as seat_kind,
                   pt.grade as seat_grade, lower(pt.valid) as seat_since, upper(pt.valid) as seat_until,
                   a.id as appointment, a.person_id, n.number, n.name, g.kind, g.grade, a.post_id as held,
                   p.code as post_code, a.concurrent, pt.title, lower(a.valid) as since, upper(a.valid) as until
            from office.post_term pt
            join office.post p on p.id = pt.post_id
            left join office.team_term tm on tm.team_id = pt.team_id and tm.valid @> :day::date
            left join office.appointment a on a.post_id = pt.post_id and a.valid @> :day::date
            left join office.person n on n.id = a.person_id
            left join office.person_grade g on g.person_id = a.person_id and g.valid @> :day::date
            where pt.valid @> :day::date
            """;

    private final JdbcClient db;

    StaffingStore(JdbcClient db) {
        this.db = db;
    }

    List<Rank> postRanks(LocalDate day) {
        return db.sql("select kind, grade from office.post_term where valid @> :day::date")
                .param("day", day)
                .query((row, n) -> rank(row, "kind", "grade"))
                .list();
    }

    List<Rank> peopleRanks(LocalDate day) {
        return db.sql("""
                select g.kind, g.grade from office.appointment a
                join office.person_grade g on g.person_id = a.person_id and g.valid @> :day::date
                where a.valid @> :day::date and not a.concurrent""")
                .param("day", day)
                .query((row, n) -> rank(row, "kind", "grade"))
                .list();
    }

    List<Seat> seats(LocalDate day) {
        return db.sql(SEATS + " order by tm.position nulls first, pt.grade, p.code")
                .param("day", day)
                .query((row, n) -> seat(row))
                .list();
    }

    List<Head> heads(LocalDate day) {
        return db.sql(HEADS + " order by tm.position nulls first, g.grade, n.name, n.number, a.id")
                .param("day", day)
                .query((row, n) -> head(row, row.getObject("post_id", UUID.class)))
                .list();
    }

    /** What the post was meant for over time, oldest first. */
    List<Seat> shapes(UUID post) {
        return db.sql("""
                select pt.post_id, p.code, pt.team_id, pt.title as seat_title, pt.kind as seat_kind, pt.grade as seat_grade,
                       lower(pt.valid) as seat_since, upper(pt.valid) as seat_until, null::uuid as appointment,
                       coalesce((select tm.name from office.team_term tm where tm.team_id = pt.team_id
                                 and tm.valid && pt.valid order by tm.valid desc limit 1), '') as team
                from office.post_term pt join office.post p on p.id = pt.post_id
                where pt.post_id = :post order by pt.valid""").param("post", post).query((row, n) -> seat(row)).list();
    }

    /** Who held the post, oldest first; the rank is the one at the start. */
    List<Head> holders(UUID post) {
        return history("a.post_id = :id", post);
    }

    /** Every seat a person held, oldest first. */
    List<Head> career(UUID person) {
        return history("a.person_id = :id", person);
    }

    private List<Head> history(String where, UUID id) {
        return db.sql("""
                select a.id as appointment, a.person_id, n.number, n.name, g.kind, g.grade, a.post_id, p.code as post_code,
                       a.concurrent, coalesce(tm.name, '') as team, coalesce(pt.title, '정원 외') as title,
                       lower(a.valid) as since, upper(a.valid) as until
                from office.appointment a
                join office.person n on n.id = a.person_id
                join office.person_grade g on g.person_id = a.person_id and g.valid @> lower(a.valid)
                left join office.post p on p.id = a.post_id
                left join office.post_term pt on pt.post_id = a.post_id and pt.valid @> lower(a.valid)
                left join office.team_term tm
                    on tm.team_id = coalesce(a.team_id, pt.team_id) and tm.valid @> lower(a.valid)
                where %s order by a.valid, n.number""".formatted(where))
                .param("id", id)
                .query((row, n) -> head(row, row.getObject("post_id", UUID.class)))
                .list();
    }

    List<Grading> grades(UUID person) {
        return db.sql("""
                select kind, grade, lower(valid) as since, upper(valid) as until
                from office.person_grade where person_id = :id order by valid""")
                .param("id", person)
                .query((row, n) -> new Grading(rank(row, "kind", "grade"), span(row, "since", "until")))
                .list();
    }

    Optional<Person> person(UUID id) {
        return db.sql("select id, number, name from office.person where id = :id")
                .param("id", id)
                .query((row, n) ->
                        new Person(row.getObject("id", UUID.class), row.getString("number"), row.getString("name")))
                .optional();
    }

    /** People by name or number; those at work on the day first. */
    List<Person> search(String word, int limit) {
        return db.sql("""
                select id, number, name from office.person
                where name like :word escape '!' or number = :exact order by name, number limit :limit""")
                .param("word", "%" + word.replaceAll("([!%_])", "!$1") + "%")
                .param("exact", word)
                .param("limit", limit)
                .query((row, n) ->
                        new Person(row.getObject("id", UUID.class), row.getString("number"), row.getString("name")))
                .list();
    }

    private static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                row.getObject("post_id", UUID.class),
                row.getString("code"),
                row.getObject("team_id", UUID.class),
                row.getString("team"),
                row.getString("seat_title"),
                rank(row, "seat_kind", "seat_grade"),
                span(row, "seat_since", "seat_until"),
                row.getObject("appointment") == null ? null : head(row, row.getObject("held", UUID.class)));
    }

    private static Head head(ResultSet row, @Nullable UUID post) throws SQLException {
        return new Head(
                row.getObject("appointment", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("number"),
                row.getString("name"),
                rank(row, "kind", "grade"),
                post,
                Objects.requireNonNullElse(row.getString("post_code"), ""),
                row.getString("team"),
                row.getString("title"),
                row.getBoolean("concurrent"),
                span(row, "since", "until"));
    }

    private static Rank rank(ResultSet row, String kind, String grade) throws SQLException {
        return new Rank(Kind.valueOf(row.getString(kind)), row.getString(grade));
    }

    private static Span span(ResultSet row, String from, String until) throws SQLException {
        return Span.of(row.getObject(from, LocalDate.class), row.getObject(until, LocalDate.class));
    }
}
