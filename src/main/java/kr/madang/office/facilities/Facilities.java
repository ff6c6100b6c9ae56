package kr.madang.office.facilities;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.office.Span;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The section's facilities, equipment and vehicles (주요시설 및 장비), as of any day. */
@Service
@Transactional
public class Facilities {
    private final FacilityStore store;
    private final Trail trail;
    private final Clock clock;

    Facilities(FacilityStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** The lines that have anything on the day, in printed order. */
    @Transactional(readOnly = true)
    public List<Facility> list(LocalDate day) {
        return store.list(day).stream().filter(f -> !f.items().isEmpty()).toList();
    }

    /** Every line there is, with or without items on the day. */
    @Transactional(readOnly = true)
    public List<Facility> lines(LocalDate day) {
        return store.list(day);
    }

    /** Enters something into the list from a day on. */
    public UUID acquire(
            Actor by,
            UUID line,
            String name,
            BigDecimal quantity,
            String measure,
            String place,
            String purpose,
            UUID team,
            LocalDate from) {
        if (name.isBlank() || name.length() > 100) throw Refused.invalid("office.facility.name");
        if (quantity.signum() <= 0 || quantity.compareTo(new BigDecimal("9999999")) > 0)
            throw Refused.invalid("office.facility.quantity", quantity);
        if (!store.lineExists(line)) throw Refused.missing("office.facility.line");
        if (!store.teamStands(team, from)) throw Refused.invalid("office.team.closed", from);
        var id = Id.next(clock.instant());
        try {
            store.insertItem(
                    id,
                    line,
                    name.strip(),
                    quantity,
                    measure.strip(),
                    place.strip(),
                    purpose.strip(),
                    team,
                    Span.since(from));
        } catch (DataIntegrityViolationException e) {
            throw Refused.conflict("office.facility.taken", name);
        }
        trail.record(by, "office", "facility.acquired", "facility:" + id, Map.of("name", name, "from", from));
        return id;
    }

    /** The last day something was there. */
    public void retire(Actor by, UUID item, LocalDate last) {
        if (store.endItem(item, last) == 0) throw Refused.invalid("office.facility.gone", last);
        trail.record(by, "office", "facility.retired", "facility:" + item, Map.of("last", last));
    }
}
