package kr.madang.press.coverage;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.madang.press.alike.Original;
import org.springframework.boot.test.context.TestComponent;

/** Releases of a test. */
@TestComponent
public class ToldReleases implements Originals {
    public final List<Original> all = new CopyOnWriteArrayList<>();

    @Override
    public List<Original> between(Instant from, Instant to) {
        return all.stream()
                .filter(o ->
                        !o.distributedAt().isBefore(from) && o.distributedAt().isBefore(to))
                .toList();
    }
}
