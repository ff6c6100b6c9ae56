package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.Optional;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.StandIn;
import org.springframework.stereotype.Component;

/** Who acts in the seats of absent people (대리), for those who send word to whoever a paper waits for. */
@Component
public class Deputies {
    private final OfficeRoster roster;

    Deputies(OfficeRoster roster) {
        this.roster = roster;
    }

    /** Empty when the person is here, or away without anybody who could act for him. */
    public Optional<Person> of(Person absent, Instant at) {
        return roster.now().standIn(absent, at) instanceof StandIn.Deputy(Person person, var _)
                ? Optional.of(person)
                : Optional.empty();
    }
}
