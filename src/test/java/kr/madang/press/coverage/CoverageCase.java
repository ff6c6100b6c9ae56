package kr.madang.press.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outlets of one test and people of the press room. */
@OfficeTest
@Import({ToldReleases.class, Cut.class})
public abstract class CoverageCase {
    protected static final Actor WRITER = actor(Level.WORK);
    protected static final Actor READER = actor(Level.VIEW);

    @Autowired
    protected Articles articles;

    @Autowired
    protected Groups groups;

    @Autowired
    protected ReleaseMatches matches;

    @Autowired
    protected Outlets outlets;

    @Autowired
    protected ToldReleases releases;

    @Autowired
    protected JdbcClient db;

    @Autowired
    protected Clock clock;

    protected Outlet outlet;

    protected static Actor actor(Level level) {
        return new Actor(UUID.randomUUID(), "press-" + level, "시험 " + level, "press", Map.of("press", level));
    }

    @BeforeEach
    void outlet() {
        outlet = another(Tier.REGIONAL_ONLINE);
    }

    protected Outlet another(Tier tier) {
        var name = "t" + System.nanoTime();
        return outlets.add(WRITER, name, tier, List.of(name + ".example"));
    }

    protected Found online(String path, String title, String lead, Instant at) {
        return Found.online("https://" + outlet.hosts().getFirst() + "/" + path, title, lead, at, null);
    }

    protected UUID taken(Found found) {
        var fresh = articles.take(List.of(found)).fresh();
        assertThat(fresh).hasSize(1);
        return fresh.getFirst();
    }

    protected UUID cluster(UUID article) {
        return java.util.Objects.requireNonNull(articles.get(article).cluster());
    }

    protected static void refused(String code, Callable<?> act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::call).satisfies(r -> assertThat(r.code())
                .isEqualTo(code));
    }

    protected static Callable<Void> run(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }
}
