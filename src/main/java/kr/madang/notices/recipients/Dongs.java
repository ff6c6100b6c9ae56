package kr.madang.notices.recipients;

import java.util.Arrays;
import java.util.List;
import kr.madang.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The dongs of the district (동), in the order people list them; {@code madang.notices.dongs} names those of another one. */
@Component
public class Dongs {
    private static final String DISTRICT =
            "영등포본동,영등포동,여의동,당산1동,당산2동,도림동,문래동,양평1동,양평2동,신길1동,신길3동,신길4동,신길5동,신길6동,신길7동,대림1동,대림2동,대림3동";

    private final List<String> names;

    Dongs(@Value("${madang.notices.dongs:" + DISTRICT + "}") String names) {
        this.names = Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    public List<String> all() {
        return names;
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** @throws Refused unless it is empty or a dong of the district */
    public String checked(String name) {
        if (!name.isEmpty() && !has(name)) throw Refused.invalid("notices.dong.unknown", name);
        return name;
    }
}
