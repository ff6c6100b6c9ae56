package kr.madang.notices.alerts;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.notices.recipients.Audience;

/**
 * Whom an alert is for (전파 대상). Only residents have an audience; a drill knows staff by name and nothing else, so that there is no way
 * to write one that reaches a resident.
 */
public sealed interface Whom {
    /** 실제: residents of these dongs; of all when none is named. */
    record Residents(Set<String> dongs) implements Whom {
        public Residents {
            dongs = Collections.unmodifiableSet(new TreeSet<>(dongs));
        }

        Audience audience() {
            return new Audience(dongs, Set.of(), Set.of());
        }
    }

    /** 훈련: these members of staff. */
    record Staff(Set<UUID> accounts) implements Whom {
        private static final int MOST = 1_000;

        public Staff {
            if (accounts.size() > MOST) throw Refused.invalid("notices.alert.staff.many", MOST);
            accounts = Collections.unmodifiableSet(new TreeSet<>(accounts));
        }
    }

    default boolean drill() {
        return switch (this) {
            case Residents _ -> false;
            case Staff _ -> true;
        };
    }
}
