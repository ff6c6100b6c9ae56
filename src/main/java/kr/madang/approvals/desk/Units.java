package kr.madang.approvals.desk;

import java.util.List;
import java.util.Map;
import kr.madang.approvals.records.Register;
import kr.madang.approvals.records.RegisterNumber;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The units that keep registers (처리과) and which teams belong to them. */
@Component
public class Units {
    /**
     * @param code seven-character agency code (기관코드)
     * @param name as it stands before the dash of a register number
     */
    public record Unit(String code, String name) {}

    private final JdbcClient db;
    private final Trail trail;

    Units(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    public List<Unit> all() {
        return db.sql("select code, name from approvals.unit order by name, code")
                .query(Unit.class)
                .list();
    }

    /** The unit of a team; for teams that stand nowhere, the unit that takes the rest. */
    public Unit of(String team) {
        return db.sql("""
                select u.code, u.name from approvals.unit u
                left join approvals.unit_team t on t.unit = u.code and t.team = :team
                where t.team is not null or u.rest order by (t.team is not null) desc limit 1""").param("team", team).query(Unit.class).single();
    }

    /**
     * Which teams belong to a unit (소속 팀).
     *
     * @param except the teams named are those that do not; so with the unit that takes the rest
     */
    public record Teams(List<String> codes, boolean except) {}

    public Teams teams(String unit) {
        boolean rest = db.sql("select rest from approvals.unit where code = :unit")
                .param("unit", unit)
                .query(Boolean.class)
                .single();
        var teams = db.sql("select team from approvals.unit_team where (unit = :unit) <> :rest order by team")
                .param("unit", unit)
                .param("rest", rest)
                .query(String.class)
                .list();
        return new Teams(teams, rest);
    }

    /** The unit that takes what is for nobody in particular (문서과). */
    public Unit documents() {
        return db.sql("select code, name from approvals.unit where rest")
                .query(Unit.class)
                .single();
    }

    public Unit coded(String code) {
        return db.sql("select code, name from approvals.unit where code = :code")
                .param("code", code)
                .query(Unit.class)
                .single();
    }

    /** Opens or renames a unit and says which teams belong to it; numbers given before keep the name they had. */
    @Transactional
    public void set(Actor by, Unit unit, List<String> teams) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
        // a name that could not stand in a number is refused now, not at the first approval
        new RegisterNumber(Register.PRODUCTION, unit.name(), unit.code(), 2000, 1);
        db.sql("""
                insert into approvals.unit (code, name, rest) values (:code, :name, false)
                on conflict (code) do update set name = excluded.name""").param("code", unit.code()).param("name", unit.name()).update();
        db.sql("delete from approvals.unit_team where unit = :code")
                .param("code", unit.code())
                .update();
        for (var team : teams)
            db.sql("""
                    insert into approvals.unit_team (team, unit) values (:team, :code)
                    on conflict (team) do update set unit = excluded.unit""").param("team", team).param("code", unit.code()).update();
        trail.record(by, "approvals", "unit.set", "unit:" + unit.code(), Map.of("name", unit.name(), "teams", teams));
    }
}
