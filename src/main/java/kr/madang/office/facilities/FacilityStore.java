package kr.madang.office.facilities;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.madang.office.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the facility list. */
@Repository
class FacilityStore {
    private final JdbcClient db;

    FacilityStore(JdbcClient db) {
        this.db = db;
    }

    /** Every line, with the items that are there on the day. */
    List<Facility> list(LocalDate day) {
        var items = items(day);
        return db.sql("select * from office.facility_line order by position, code")
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Facility(
                            id,
                            row.getString("code"),
                            Facility.Category.valueOf(row.getString("category")),
                            row.getString("heading"),
                            row.getString("name"),
                            row.getString("unit"),
                            Facility.Counting.valueOf(row.getString("counting")),
                            row.getString("counted_by"),
                            items.getOrDefault(id, List.of()));
                })
                .list();
    }

    private HashMap<UUID, List<Facility.Item>> items(LocalDate day) {
        var byLine = new HashMap<UUID, List<Facility.Item>>();
        db.sql("""
                select i.*, lower(i.valid) as since, upper(i.valid) as until, tm.name as team
                from office.facility_item i
                left join office.team_term tm on tm.team_id = i.team_id and tm.valid @> :day::date
                where i.valid @> :day::date order by i.name, i.place, i.id""")
                .param("day", day)
                .query((row, n) -> byLine.computeIfAbsent(row.getObject("line_id", UUID.class), l -> new ArrayList<>())
                        .add(item(row)))
                .list();
        return byLine;
    }

    private static Facility.Item item(ResultSet row) throws SQLException {
        return new Facility.Item(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBigDecimal("quantity").stripTrailingZeros(),
                row.getString("measure"),
                row.getString("place"),
                row.getString("purpose"),
                row.getObject("team_id", UUID.class),
                Objects.requireNonNullElse(row.getString("team"), ""),
                Span.of(row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class)));
    }

    void insertItem(
            UUID id,
            UUID line,
            String name,
            BigDecimal quantity,
            String measure,
            String place,
            String purpose,
            UUID team,
            Span valid) {
        db.sql("""
                insert into office.facility_item (id, line_id, name, quantity, measure, place, purpose, team_id, valid)
                values (:id, :line, :name, :quantity, :measure, :place, :purpose, :team, :valid::daterange)""")
                .param("id", id)
                .param("line", line)
                .param("name", name)
                .param("quantity", quantity)
                .param("measure", measure)
                .param("place", place)
                .param("purpose", purpose)
                .param("team", team)
                .param("valid", valid.range())
                .update();
    }

    boolean lineExists(UUID line) {
        return db.sql("select exists (select from office.facility_line where id = :line)")
                .param("line", line)
                .query(Boolean.class)
                .single();
    }

    boolean teamStands(UUID team, LocalDate day) {
        return db.sql("select exists (select from office.team_term where team_id = :team and valid @> :day::date)")
                .param("team", team)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    int endItem(UUID item, LocalDate last) {
        return db.sql("""
                update office.facility_item set valid = daterange(lower(valid), :last::date + 1)
                where id = :item and valid @> :last::date""").param("item", item).param("last", last).update();
    }
}
