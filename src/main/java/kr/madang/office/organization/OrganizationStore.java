package kr.madang.office.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.office.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of departments, teams and duties. */
@Repository
class OrganizationStore {
    private final JdbcClient db;

    OrganizationStore(JdbcClient db) {
        this.db = db;
    }

    Optional<String> section(LocalDate day) {
        return db.sql("select name from office.department_term where valid @> :day::date order by name limit 1")
                .param("day", day)
                .query(String.class)
                .optional();
    }

    List<Team> teams(LocalDate day) {
        var duties = duties(day);
        return db.sql("""
                select t.id, t.code, m.name, m.position, lower(m.valid) as since, upper(m.valid) as until
                from office.team_term m join office.team t on t.id = m.team_id
                where m.valid @> :day::date
                order by m.position, t.code""")
                .param("day", day)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Team(
                            id,
                            row.getString("code"),
                            row.getString("name"),
                            row.getInt("position"),
                            span(row),
                            duties.getOrDefault(id, List.of()));
                })
                .list();
    }

    private LinkedHashMap<UUID, List<Team.Duty>> duties(LocalDate day) {
        var byTeam = new LinkedHashMap<UUID, List<Team.Duty>>();
        db.sql("""
                select id, team_id, name, position, lower(valid) as since, upper(valid) as until
                from office.duty where valid @> :day::date order by position, name""")
                .param("day", day)
                .query((row, n) -> byTeam.computeIfAbsent(row.getObject("team_id", UUID.class), t -> new ArrayList<>())
                        .add(new Team.Duty(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getInt("position"),
                                span(row))))
                .list();
        return byTeam;
    }

    /** Every name the team bore, oldest first. */
    List<Team> terms(UUID team) {
        return db.sql("""
                select t.id, t.code, m.name, m.position, lower(m.valid) as since, upper(m.valid) as until
                from office.team_term m join office.team t on t.id = m.team_id
                where t.id = :team order by m.valid""")
                .param("team", team)
                .query((row, n) -> new Team(
                        team,
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("position"),
                        span(row),
                        List.of()))
                .list();
    }

    /** Days on which something about the organization changed, oldest first. */
    List<LocalDate> changes() {
        return db.sql("""
                select day from (
                    select lower(valid) as day from office.department_term
                    union select lower(valid) from office.team_term
                    union select lower(valid) from office.duty) d
                order by day""").query(LocalDate.class).list();
    }

    void insertTeam(UUID id, UUID department, String code) {
        db.sql("insert into office.team (id, department_id, code) values (:id, :department, :code)")
                .param("id", id)
                .param("department", department)
                .param("code", code)
                .update();
    }

    void insertTerm(UUID id, UUID team, String name, int position, Span valid) {
        db.sql("""
                insert into office.team_term (id, team_id, name, position, valid)
                values (:id, :team, :name, :position, :valid::daterange)""")
                .param("id", id)
                .param("team", team)
                .param("name", name)
                .param("position", position)
                .param("valid", valid.range())
                .update();
    }

    void insertDuty(UUID id, UUID team, String name, int position, Span valid) {
        db.sql("""
                insert into office.duty (id, team_id, name, position, valid)
                values (:id, :team, :name, :position, :valid::daterange)""")
                .param("id", id)
                .param("team", team)
                .param("name", name)
                .param("position", position)
                .param("valid", valid.range())
                .update();
    }

    Optional<UUID> departmentOn(LocalDate day) {
        return db.sql("select department_id from office.department_term where valid @> :day::date limit 1")
                .param("day", day)
                .query(UUID.class)
                .optional();
    }

    boolean codeTaken(String code) {
        return db.sql("select exists (select from office.team where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** Ends the term that holds on {@code last}, with {@code last} as its final day. */
    int endTerm(UUID team, LocalDate last) {
        return db.sql("""
                update office.team_term set valid = daterange(lower(valid), :last::date + 1)
                where team_id = :team and valid @> :last::date""").param("team", team).param("last", last).update();
    }

    /** Whether the team begins to bear another name after the day. */
    boolean changesAfter(UUID team, LocalDate last) {
        return db.sql("select exists (select from office.team_term where team_id = :team and lower(valid) > :last)")
                .param("team", team)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    /** Whether posts or people stand in the team after the day. */
    boolean occupiedAfter(UUID team, LocalDate last) {
        return db.sql("""
                select exists (select from office.post_term
                               where team_id = :team and valid && daterange(:last::date + 1, null))
                    or exists (select from office.appointment
                               where team_id = :team and valid && daterange(:last::date + 1, null))""")
                .param("team", team)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    int endDuty(UUID duty, LocalDate last) {
        return db.sql("""
                update office.duty set valid = daterange(lower(valid), :last::date + 1)
                where id = :duty and valid @> :last::date""").param("duty", duty).param("last", last).update();
    }

    int endDuties(UUID team, LocalDate last) {
        return db.sql("""
                update office.duty set valid = daterange(lower(valid), :last::date + 1)
                where team_id = :team and valid @> :last::date""").param("team", team).param("last", last).update();
    }

    private static Span span(ResultSet row) throws SQLException {
        return Span.of(row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class));
    }
}
