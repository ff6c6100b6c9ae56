package kr.madang.press.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kr.madang.kernel.files.Files;
import kr.madang.press.releases.ReleaseCase;
import kr.madang.press.releases.Version;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Nothing leaves by any door before its hour, whatever clocks say. */
class EmbargoTests extends ReleaseCase {
    private static final List<String> DOORS = List.of(
            "/press",
            "/press?q=%s",
            "/press/feed.rss",
            "/press/feed.atom",
            "/api/press/releases",
            "/api/press/releases?q=%s");

    @Autowired
    MockMvc http;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Files files;

    private boolean anywhere(String word) throws Exception {
        for (var door : DOORS) {
            var answer = http.perform(get(door.formatted(word)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse();
            assertThat(answer.getHeader("Cache-Control")).contains("no-");
            if (answer.getContentAsString()
                    .replace("value=\"" + word + "\"", "")
                    .contains(word)) return true;
        }
        return false;
    }

    @Test
    void noDoorShowsWhatIsNotOut() throws Exception {
        var word = "엠바고" + System.nanoTime();
        var due = clock.instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MICROS);
        int serial = releases.draft(officer, content(word + " 제목", word + " 본문", due, ""))
                .serial();
        assertThat(anywhere(word)).isFalse();
        approved(serial);
        releasing();
        assertThat(releases.get(serial).newest().state()).isEqualTo(Version.State.APPROVED);
        assertThat(anywhere(word)).isFalse();
        assertThat(releases.get(serial).number()).isEmpty();
    }

    @Test
    void whatIsOutIsAtEveryDoorAndWhatIsWithdrawnAtNone() throws Exception {
        var word = "공개" + System.nanoTime();
        var release = out(word + " 본문");
        var tag = http.perform(get("/press/feed.rss")).andReturn().getResponse().getHeader("ETag");
        assertThat(tag).isNotNull();
        http.perform(get("/press/feed.rss").header("If-None-Match", tag)).andExpect(status().isNotModified());
        for (var door : DOORS)
            assertThat(http.perform(get(door.formatted(word)))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains(word);
        var path = "/press/" + release.number();
        http.perform(get(path)).andExpect(status().isOk());
        http.perform(get(path + "/document.pdf")).andExpect(status().isOk());
        http.perform(get("/api" + path.replace("press/", "press/releases/"))).andExpect(status().isOk());
        releasing.withdraw(chief, release.serial(), "사실과 다름");
        assertThat(anywhere(word)).isFalse();
        http.perform(get("/press/feed.rss").header("If-None-Match", tag)).andExpect(status().isOk());
        var gone =
                http.perform(get(path)).andExpect(status().isGone()).andReturn().getResponse();
        assertThat(gone.getContentAsString()).doesNotContain(word).contains("사실과 다름");
        http.perform(get(path + "/document.pdf")).andExpect(status().isNotFound());
        http.perform(get("/api" + path.replace("press/", "press/releases/"))).andExpect(status().isNotFound());
    }

    @Test
    void wrongAddressesAreAnsweredPlainly() throws Exception {
        for (var path : List.of(
                "/press/2023-999999",
                "/press/0000-0",
                "/press/2023-1/photos/" + UUID.randomUUID(),
                "/press/2023-1/photos/x")) http.perform(get(path)).andExpect(status().isNotFound());
        http.perform(get("/press/x")).andExpect(status().isNotFound());
        http.perform(get("/press?q=%25_%00%27\"&cursor=nonsense"))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(200, 400, 422));
        http.perform(get("/press").param("q", "가".repeat(5_000))).andExpect(status().isOk());
    }

    /** Versions with random hours, seen by clocks that jump to and fro. */
    @Test
    void noClockShowsAVersionBeforeItsHour() {
        var random = new Random(20230531);
        var word = "무작위" + System.nanoTime();
        var base = Instant.parse("2001-01-01T00:00:00Z");
        record Made(UUID release, int version, Instant at) {}
        var all = new ArrayList<Made>();
        for (int i = 0; i < 40; i++) {
            var id = UUID.randomUUID();
            db.sql("insert into press.release (id, year, number, made_at) values (:id, 1901, :number, :at)")
                    .param("id", id)
                    .param("number", Math.abs((int) (System.nanoTime() % 1_000_000_000)))
                    .param("at", base)
                    .update();
            var at = base;
            for (int version = 1; version <= 1 + random.nextInt(3); version++) {
                at = at.plus(Duration.ofMinutes(1 + random.nextInt(500)));
                db.sql("""
                        insert into press.release_version (release, version, state, edit, title, subtitle, text, facts, unit, contact,
                            embargo_at, change, author, author_name, made_at, changed_at, approved_at, released_at)
                        values (:id, :version, 'RELEASED', 1, :title, '', :word, '', '과', '담당', :at, '', :id, '', :at, :at, :at, :at)""")
                        .param("id", id)
                        .param("version", version)
                        .param("title", word + " " + version)
                        .param("word", word)
                        .param("at", at)
                        .update();
                all.add(new Made(id, version, at));
            }
        }
        for (int i = 0; i < 200; i++) {
            var now = base.plus(Duration.ofMinutes(random.nextInt(2_000)));
            var room = new Newsroom(db, files, Clock.fixed(now, ZoneId.of("Asia/Seoul")));
            var shown = new ArrayList<Item>();
            @org.jspecify.annotations.Nullable String cursor = null;
            do {
                var page = room.page(word, cursor, 17);
                shown.addAll(page.rows());
                cursor = page.next();
            } while (cursor != null);
            var due = all.stream().filter(made -> !made.at().isAfter(now)).toList();
            for (var item : shown) {
                assertThat(item.releasedAt()).isBeforeOrEqualTo(now);
                int newest = due.stream()
                        .filter(made -> made.release().equals(item.release()))
                        .mapToInt(Made::version)
                        .max()
                        .orElseThrow();
                assertThat(item.version()).isEqualTo(newest);
            }
            assertThat(shown)
                    .hasSize((int) due.stream().map(Made::release).distinct().count());
            assertThat(room.count(word)).isEqualTo(shown.size());
        }
        db.sql("delete from press.release_version where text = :word")
                .param("word", word)
                .update();
        db.sql("delete from press.release where year = 1901").update();
    }
}
