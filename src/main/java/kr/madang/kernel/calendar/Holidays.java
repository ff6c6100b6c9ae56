package kr.madang.kernel.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public holidays the office knows (공휴일), with their names. Rooms that let people change them ask for their own right first. */
@Component
public class Holidays {
    private final JdbcClient db;

    public Holidays(JdbcClient db) {
        this.db = db;
    }

    /** Earliest first. */
    public Map<LocalDate, String> all() {
        var days = new TreeMap<LocalDate, String>();
        db.sql("select day, name from kernel.holiday").query(row -> {
            days.put(row.getObject("day", LocalDate.class), row.getString("name"));
        });
        return days;
    }

    public boolean has(LocalDate day) {
        return db.sql("select exists (select from kernel.holiday where day = :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** One that is there already is given the name. */
    public void add(LocalDate day, String name) {
        db.sql("insert into kernel.holiday values (:day, :name) on conflict (day) do update set name = :name")
                .param("day", day)
                .param("name", name)
                .update();
    }

    /** @return false when it was none */
    public boolean remove(LocalDate day) {
        return db.sql("delete from kernel.holiday where day = :day")
                        .param("day", day)
                        .update()
                == 1;
    }
}
