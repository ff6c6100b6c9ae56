package kr.madang.press.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.seed.Draw;
import kr.madang.press.alike.Original;
import kr.madang.press.coverage.demo.Reprint;
import kr.madang.press.coverage.demo.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Groups in the office: what comes in when, what people decide, and which release earned it. */
class GroupsTests extends CoverageCase {
    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    private static int year = 1960;

    /** A time of its own for each test, out of the window of all others. */
    private static Instant fresh() {
        return Instant.parse("%d-03-01T00:00:00Z".formatted(year++));
    }

    private static List<Told> stories(Draw draw, Instant at) {
        return java.util.stream.IntStream.range(0, 6)
                .mapToObj(n -> Told.of(draw, n, at))
                .toList();
    }

    private List<Found> corpus(String seed, String folder, Instant at) {
        var draw = new Draw(seed);
        var all = new ArrayList<Found>();
        var stories = stories(draw, at);
        for (int i = 0; i < 42; i++) {
            var made = Reprint.of(stories.get(i % 6), draw, 0.15);
            all.add(online(folder + "/" + "%03d".formatted(i), made.title(), made.lead(), made.at()));
        }
        return all;
    }

    /** The groups as sets of addresses within the folder. */
    private Map<String, Set<String>> groups(String folder) {
        var groups = new HashMap<String, Set<String>>();
        db.sql("select canonical, cluster::text from press.article where canonical like :at")
                .param("at", "https://" + outlet.hosts().getFirst() + "/" + folder + "/%")
                .query((row, n) -> groups.computeIfAbsent(row.getString("cluster"), k -> new HashSet<>())
                        .add(row.getString("canonical").replaceFirst(".*/", "")))
                .list();
        return groups;
    }

    @Test
    void theOrderInWhichArticlesComeNeverShows() {
        var at = fresh();
        var whole = corpus("orders", "a", at);
        articles.take(whole);
        var expected = new HashSet<>(groups("a").values());
        assertThat(expected).hasSize(6);
        for (var folder : List.of("b", "c")) {
            var mixed = corpus("orders", folder, at.plus(Duration.ofDays(folder.equals("b") ? 120 : 240))).stream()
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
            var random = new Random(folder.hashCode());
            Collections.shuffle(mixed, random);
            while (!mixed.isEmpty()) {
                var batch = mixed.subList(0, Math.min(mixed.size(), 1 + random.nextInt(7)));
                articles.take(List.copyOf(batch));
                batch.clear();
            }
            assertThat(new HashSet<>(groups(folder).values())).isEqualTo(expected);
        }
    }

    @Test
    void whatPeopleDecidedSurvivesWhateverComesNext() {
        var at = fresh();
        var told = stories(new Draw("people"), at);
        var draw = new Draw("people2");
        var first = taken(made(told.get(0), draw, "p/1"));
        var second = taken(made(told.get(0), draw, "p/2"));
        var other = taken(made(told.get(1), draw, "p/3"));
        assertThat(cluster(first)).isEqualTo(cluster(second)).isNotEqualTo(cluster(other));
        refused("press.forbidden", run(() -> groups.setApart(READER, second)));
        groups.setApart(WRITER, second);
        assertThat(cluster(second)).isEqualTo(second);
        var third = taken(made(told.get(0), draw, "p/4"));
        groups.rebuild(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(20)));
        assertThat(cluster(second)).isEqualTo(second);
        assertThat(cluster(third)).isEqualTo(cluster(first));
        groups.join(WRITER, other, first);
        var fourth = taken(made(told.get(1), draw, "p/5"));
        assertThat(cluster(other)).isEqualTo(cluster(first)).isEqualTo(cluster(fourth));
        groups.release(WRITER, other);
        groups.release(WRITER, second);
        assertThat(cluster(second)).isEqualTo(cluster(first));
        assertThat(cluster(other)).isEqualTo(cluster(fourth)).isNotEqualTo(cluster(first));
        refused("press.coverage.itself", run(() -> groups.join(WRITER, first, first)));
        refused("press.coverage.missing", run(() -> groups.join(WRITER, first, UUID.randomUUID())));
    }

    private Found made(Told told, Draw draw, String path) {
        var made = Reprint.of(told, draw, 0.2);
        return online(path, made.title(), made.lead(), made.at());
    }

    @Test
    void whatACrashLeftWithoutAGroupIsTakenUp() {
        var at = fresh();
        var told = stories(new Draw("crash"), at).getFirst();
        var one = taken(made(told, new Draw("c1"), "c/1"));
        var two = taken(made(told, new Draw("c2"), "c/2"));
        db.sql("update press.article set thread = null, cluster = null where id = :id")
                .param("id", two)
                .update();
        while (groups.takeLeftBehind() > 0) assertThat(cluster(two)).isEqualTo(cluster(one));
        assertThat(cluster(two)).isEqualTo(cluster(one));
    }

    @Test
    void aReleaseIsFoundConfirmedAndCorrected() {
        var at = fresh();
        var told = stories(new Draw("release"), at);
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID());
        for (int i = 0; i < 2; i++)
            releases.all.add(new Original(
                    ids.get(i),
                    told.get(i).title(),
                    told.get(i).text(),
                    List.of(told.get(i).quote()),
                    at));
        var id = taken(made(told.get(0), new Draw("r1"), "r/1"));
        assertThat(articles.get(id).release()).isEqualTo(ids.get(0));
        assertThat(matches.of(id).orElseThrow().confidence()).isGreaterThanOrEqualTo(60);
        refused(
                "press.forbidden",
                run(() -> matches.decide(READER, id, articles.get(id).publishedAt(), null)));
        matches.decide(WRITER, id, articles.get(id).publishedAt(), ids.get(1));
        groups.rebuild(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(20)));
        assertThat(articles.get(id).release()).isEqualTo(ids.get(1));
        assertThat(matches.of(id).orElseThrow().decision()).isEqualTo(ReleaseMatches.Decision.CORRECTED);
        matches.decide(WRITER, id, articles.get(id).publishedAt(), null);
        groups.rebuild(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(20)));
        assertThat(articles.get(id).release()).isNull();
        refused(
                "press.coverage.release.missing",
                run(() -> matches.decide(WRITER, id, articles.get(id).publishedAt(), UUID.randomUUID())));
        var early = taken(online("r/early", told.get(0).title(), told.get(0).text(), at.minus(Duration.ofHours(3))));
        assertThat(matches.of(early).orElseThrow().early()).isTrue();
    }

    @Test
    void anArticleThatCameBeforeItsReleaseIsMatchedWhenTheReleaseGoesOut() throws Exception {
        var at = fresh();
        var told = stories(new Draw("late release"), at).getFirst();
        var id = taken(made(told, new Draw("l1"), "l/1"));
        assertThat(articles.get(id).release()).isNull();
        var release = UUID.randomUUID();
        releases.all.add(new Original(release, told.title(), told.text(), List.of(told.quote()), at));
        transaction.executeWithoutResult(s -> events.publishEvent(new OriginalOut(at)));
        for (int i = 0; i < 600 && articles.get(id).release() == null; i++) Thread.sleep(50);
        assertThat(articles.get(id).release()).isEqualTo(release);
    }
}
