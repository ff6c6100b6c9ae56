package kr.madang.notices.calls;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import kr.madang.kernel.Refused;

/**
 * One rung of a call-out tree (비상연락망 단계).
 *
 * @param people keys of staff, each once
 * @param enough how many of them have to come
 * @param span how long before the next rung hears
 * @param repeat how long before somebody silent is told again
 * @param most how often one person is told
 */
public record Rung(String title, List<String> people, int enough, Duration span, Duration repeat, int most) {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final int CROWD = 500;

    public Rung {
        people = List.copyOf(people);
        if (title.isBlank() || title.length() > 60) throw Refused.invalid("notices.calls.title", 60);
        if (people.isEmpty() || people.size() > CROWD) throw Refused.invalid("notices.calls.people", CROWD);
        if (new HashSet<>(people).size() < people.size()) throw Refused.invalid("notices.calls.twice");
        if (enough < 1 || enough > people.size()) throw Refused.invalid("notices.calls.enough", people.size());
        if (most < 1 || most > 10) throw Refused.invalid("notices.calls.most", 10);
        within(span);
        within(repeat);
    }

    private static void within(Duration time) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0)
            throw Refused.invalid("notices.calls.span", SHORTEST.toSeconds(), LONGEST.toHours());
    }
}
