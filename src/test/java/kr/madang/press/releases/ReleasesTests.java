package kr.madang.press.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.document.Photograph;
import kr.madang.kernel.document.Photographs;
import kr.madang.kernel.files.Files;
import kr.madang.press.releases.distribution.Delivered;
import kr.madang.press.releases.writing.Photo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A release from its draft to the reporters, and every way around the gate that does not exist. */
class ReleasesTests extends ReleaseCase {
    @Autowired
    ReleaseStore store;

    @Autowired
    Files files;

    private static byte[] taken() {
        try {
            return Photographs.taken(6, 60, 40);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void picture(int serial, boolean portraits, String consent) {
        releases.picture(
                officer,
                serial,
                "현장.jpg",
                new ByteArrayInputStream(taken()),
                "현장 모습",
                "홍보미디어과",
                Photo.Rights.KOGL_1,
                portraits,
                consent);
    }

    @Test
    void whatPeopleApproveGoesOutAndNothingElseDoes() {
        var reporter = reporter();
        var release = releases.draft(officer, content("글이다.", null));
        int serial = release.serial();
        refused("press.release.desk", () -> approval.ask(officer, serial, 1));
        picture(serial, false, "");
        var paper = asked(serial);
        refused("press.release.sealed", () -> releases.write(officer, serial, 4, content("다른 글", null)));
        refused("press.release.sealed", run(() -> picture(serial, false, "")));
        assertThat(releasing.due()).isNotNull();
        assertThat(releases.get(serial).number()).isEmpty();
        signed(paper);
        reaches(serial, Version.State.APPROVED);
        releasing.due();
        reaches(serial, Version.State.RELEASED);
        var out = releases.get(serial);
        assertThat(out.number()).matches("\\d{4}-\\d+");
        assertThat(out.newest().pdf()).isNotNull();
        assertThat(releases.steps(out))
                .extracting(Step::act)
                .containsExactly("drafted", "submitted", "asked", "approved", "released");
        var told = distribution.of(out.id());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().reporter()).isEqualTo(reporter.id());
        assertThat(told.getFirst().kind()).isEqualTo(Delivered.Kind.RELEASE);
        assertThat(told.getFirst().letter()).isNotNull();
    }

    @Test
    void aCorrectionReachesExactlyThoseWhoGotTheOldVersion() {
        var first = reporter();
        var gone = reporter();
        var release = out("처음 글이다.");
        int serial = release.serial();
        reporters.withdraw(officer, gone.id(), "그만 받겠습니다");
        var late = reporter();
        releases.correct(officer, serial, "날짜를 바로잡음");
        refused("press.release.underway", () -> releases.correct(officer, serial, "또"));
        var was = releases.get(serial).newest();
        assertThat(was.number()).isEqualTo(2);
        var title = release.newest().content().title();
        refused(
                "press.release.change",
                () -> releases.write(officer, serial, was.edit(), content(title, "바로잡은 글이다.", null, "")));
        releases.write(officer, serial, was.edit(), content(title, "바로잡은 글이다.", null, "날짜를 바로잡음"));
        approved(serial);
        releasing.due();
        reaches(serial, Version.State.RELEASED);
        var told = distribution.of(release.id()).stream()
                .filter(d -> d.version() == 2)
                .toList();
        assertThat(told).hasSize(3).allSatisfy(d -> {
            if (d.reporter().equals(late.id())) assertThat(d.kind()).isEqualTo(Delivered.Kind.RELEASE);
            else assertThat(d.kind()).isEqualTo(Delivered.Kind.CORRECTION);
            if (d.reporter().equals(gone.id())) assertThat(d.unsent()).isEqualTo("press.unsent.withdrawn");
            else assertThat(d.letter()).isNotNull();
        });
        assertThat(told).extracting(Delivered::reporter).contains(first.id());
        assertThat(releases.get(serial).number()).isEqualTo(release.number());
        refused("press.forbidden", () -> releasing.withdraw(officer, serial, "오보"));
        assertThat(releasing.withdraw(chief, serial, "사실과 다름")).isEqualTo(2);
        refused("press.release.withdrawn", () -> releasing.withdraw(chief, serial, "또"));
        refused("press.release.withdrawn", () -> releases.correct(officer, serial, "또"));
    }

    /** A row that is changed behind the gate never goes out; the table itself refuses it first. */
    @Test
    void whatIsChangedBehindTheGateStays() {
        var due = clock.instant().plus(Duration.ofDays(1));
        int serial = releases.draft(officer, content("진짜 글", due)).serial();
        approved(serial);
        var id = releases.get(serial).id();
        assertThatThrownBy(() -> tamper(id, "가짜 글")).hasMessageContaining("sealed");
        assertThatThrownBy(() -> db.sql("update press.release_version set embargo_at = null where release = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("sealed");
        db.sql("alter table press.release_version disable trigger release_is_sealed")
                .update();
        try {
            tamper(id, "가짜 글");
            db.sql("update press.release_version set embargo_at = now() - interval '1 hour' where release = :id")
                    .param("id", id)
                    .update();
        } finally {
            db.sql("alter table press.release_version enable trigger release_is_sealed")
                    .update();
        }
        releasing.due();
        assertThat(releases.get(serial).newest().state()).isEqualTo(Version.State.APPROVED);
        assertThat(releases.get(serial).number()).isEmpty();
    }

    private void tamper(java.util.UUID id, String text) {
        db.sql("update press.release_version set text = :text where release = :id")
                .param("text", text)
                .param("id", id)
                .update();
    }

    @Test
    void twoWhoWriteAtOnceNotice() {
        int serial = releases.draft(officer, content("글", null)).serial();
        releases.write(officer, serial, 1, content("먼저 쓴 글", null));
        refused("press.release.overtaken", () -> releases.write(chief, serial, 1, content("나중 글", null)));
        assertThat(releases.get(serial).newest().content().text()).isEqualTo("먼저 쓴 글");
    }

    /** Twenty let out by four at once: every number once, and none missing. */
    @Test
    void numbersHaveNoGapAndNoTwin() throws Exception {
        var serials = new java.util.ArrayList<Integer>();
        for (int i = 0; i < 12; i++) {
            int serial = releases.draft(officer, content("글", null)).serial();
            signed(asked(serial));
            serials.add(serial);
        }
        for (int serial : serials) reaches(serial, Version.State.APPROVED);
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> tasks = List.of(releasing::due, releasing::due, releasing::due, releasing::due);
            for (var done : pool.invokeAll(tasks)) done.get();
        }
        for (int serial : serials) reaches(serial, Version.State.RELEASED);
        var wrong = db.sql("""
                select count(*) from (select year, count(*) as many, max(number) as most from press.release
                    where number is not null group by year) n
                join press.release_number l using (year) where n.many <> n.most or l.number <> n.most""").query(Long.class).single();
        assertThat(wrong).isZero();
        for (int serial : serials)
            assertThat(releases.steps(releases.get(serial)))
                    .filteredOn(s -> s.act().equals("released"))
                    .hasSize(1);
    }

    @Test
    void picturesAndPeopleInThem() throws Exception {
        int serial = releases.draft(officer, content("글", null)).serial();
        refused(
                "press.photo.type",
                run(() -> releases.picture(
                        officer,
                        serial,
                        "나쁜.jpg",
                        new ByteArrayInputStream("<svg onload=alert(1)>".getBytes()),
                        "설명",
                        "",
                        Photo.Rights.KOGL_1,
                        false,
                        "")));
        picture(serial, true, "");
        var kept = releases.photos(releases.get(serial).newest()).getFirst().file();
        try (var in = files.open(files.get(kept))) {
            assertThat(Photograph.tells(in.readAllBytes()))
                    .as("where it was taken")
                    .isFalse();
        }
        releases.submit(officer, serial);
        refused(
                "press.finding.consent",
                () -> approval.ask(
                        officer, serial, releases.get(serial).newest().edit()));
    }

    @Test
    void onlyWhoMayDoesAnything() {
        var reader = new Actor(officer.id(), "reader", "보는 사람", "", Map.of("press", Level.VIEW));
        var nobody = new Actor(officer.id(), "nobody", "아무나", "", Map.of("approvals", Level.WORK));
        for (var by : List.of(reader, nobody)) refused("press.forbidden", () -> releases.draft(by, content("글", null)));
        int serial = releases.draft(officer, content("글", null)).serial();
        refused("press.forbidden", () -> releases.write(reader, serial, 1, content("글", null)));
        refused("press.forbidden", run(() -> releases.submit(reader, serial)));
        refused("press.forbidden", run(() -> releases.drop(reader, serial, "왜")));
        refused("press.forbidden", () -> approval.ask(reader, serial, 1));
    }
}
