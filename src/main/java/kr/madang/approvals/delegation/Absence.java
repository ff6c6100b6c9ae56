package kr.madang.approvals.delegation;

import kr.madang.approvals.line.Person;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Days on which somebody is not at the desk (부재).
 *
 * @param deputy who acts in the meantime; null: the standing deputy of that person
 */
public record Absence(
        Person who, Period days, Cause cause, @Nullable Person deputy) {
    public enum Cause {
        LEAVE("휴가"),
        TRIP("출장"),
        TRAINING("교육"),
        SICK("병가"),
        VACANT("궐위"),
        OTHER("그 밖의 부재");

        private final String title;

        Cause(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public Absence {
        if (who.equals(deputy)) throw Refused.invalid("approvals.absence.self");
    }
}
