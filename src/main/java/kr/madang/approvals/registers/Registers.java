package kr.madang.approvals.registers;

import java.util.Map;
import java.util.function.Consumer;
import kr.madang.approvals.desk.Access;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks into the registers (등록대장 열람); whoever may look into the room may, but closed titles are for those who may read them. */
@Component
public class Registers {
    private final RegisterList list;
    private final Access access;
    private final Trail trail;

    Registers(RegisterList list, Access access, Trail trail) {
        this.list = list;
        this.access = access;
        this.trail = trail;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<RegisterRow> page(Actor by, RegisterQuery query, @Nullable String cursor, int size) {
        return list.page(query, access.keys(by), cursor, size);
    }

    /** The whole register in the order of its numbers, row by row; handing it out is told in the audit trail. */
    @Transactional
    public void each(Actor by, RegisterQuery query, Consumer<RegisterRow> taker) {
        var details = Map.of("unit", query.unit(), "year", query.year());
        trail.record(
                by, "approvals", "register.exported", "register:" + query.book().name(), details);
        list.each(query, access.keys(by), taker);
    }
}
