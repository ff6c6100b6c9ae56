package kr.madang.notices.recipients.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.madang.OfficeTest;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.crypto.Keys;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.notices.Channel;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Consent;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Residents;
import kr.madang.notices.recipients.Wish;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of recipients: looked at, taken over, undone; hostile ones refused. */
@OfficeTest
class IntakesTests {
    private static final Actor OFFICER =
            new Actor(new UUID(7, 9), "officer", "담당자", "media", Map.of("notices", Level.WORK));
    private static final AtomicInteger NUMBER = new AtomicInteger(1);
    private static final AtomicInteger SEND = new AtomicInteger(800_000);
    private static final Wish ALL = new Wish(true, Set.of(), false, false, true);

    @Autowired
    Intakes intakes;

    @Autowired
    IntakeRunner runner;

    @Autowired
    Residents residents;

    @Autowired
    Registry registry;

    @Autowired
    Ledger ledger;

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private static String mobile() {
        return "0104%07d".formatted(NUMBER.incrementAndGet());
    }

    private UUID upload(String text) {
        return intakes.upload(OFFICER, "명단.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private UUID settled(String text) {
        var id = upload(text);
        intakes.settle(OFFICER, id, with(intakes.settings(id), "2023-1"));
        return id;
    }

    private static Settings with(Settings before, String wording) {
        return new Settings(before.columns(), Consent.Source.EVENT, wording, LocalDate.of(2023, 5, 1));
    }

    private Intake taken(UUID id) throws InterruptedException {
        intakes.take(OFFICER, id);
        var until = Instant.now().plus(Duration.ofSeconds(90));
        while (intakes.get(id).state() == Intake.State.TAKING && Instant.now().isBefore(until)) Thread.sleep(20);
        return intakes.get(id);
    }

    private Consent consent(String number) {
        return residents
                .find(Address.of(Channel.SMS, number))
                .orElseThrow()
                .consents()
                .all()
                .getFirst();
    }

    @Test
    void aFileIsLookedAtTakenOverAndTakenBack() throws Exception {
        var known = mobile();
        registry.add(OFFICER, Address.of(Channel.SMS, known), Registry.About.NOTHING, ALL, Consent.Source.WEB, "가");
        var fresh = mobile();
        var id = settled("휴대전화,동\n" + fresh + ",문래동\n" + known + ",\n12,\n" + fresh + ",\n");
        var examined = intakes.examine(id);
        assertThat(List.of(examined.rows(), examined.added(), examined.joined(), examined.known(), examined.refused()))
                .containsExactly(4, 1, 0, 1, 2);
        assertThat(examined.findings()).extracting(Finding::line).isSorted();
        assertThat(residents.find(Address.of(Channel.SMS, fresh))).isEmpty();
        var done = taken(id);
        assertThat(done.state()).isEqualTo(Intake.State.TAKEN);
        assertThat(List.of(done.added(), done.known(), done.refused())).containsExactly(1, 1, 2);
        assertThat(consent(fresh).source()).isEqualTo(Consent.Source.EVENT);
        assertThat(consent(fresh).wording()).isEqualTo("2023-1");
        assertThat(sealedFile(id)).isZero();
        assertThat(intakes.undo(OFFICER, id, "잘못된 명단")).isOne();
        assertThat(residents.find(Address.of(Channel.SMS, fresh))).isEmpty();
        assertThat(residents.find(Address.of(Channel.SMS, known))).isPresent();
        assertThatThrownBy(() -> intakes.undo(OFFICER, id, "또")).hasMessageContaining("notices.intake.over");
    }

    private int sealedFile(UUID id) {
        return db.sql("select count(sealed_file) from notices.intake where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void theFileLiesSealedAndAChangeOfKeysKeepsItReadable() {
        var number = mobile();
        var id = settled("휴대전화\n" + number + "\n");
        assertThat(db.sql("select sealed_file from notices.intake where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .startsWith("m1.")
                .doesNotContain(number);
        keys.rotate(Actor.SYSTEM);
        keys.resealAll();
        assertThat(intakes.examine(id).added()).isOne();
        assertThat(intakes.sample(id).rows().toString()).doesNotContain(number).contains(number.substring(7));
    }

    @Test
    void whoWithdrewSinceTheyAgreedIsNotBroughtBack() throws Exception {
        var number = mobile();
        registry.add(OFFICER, Address.of(Channel.SMS, number), Registry.About.NOTHING, ALL, Consent.Source.WEB, "가");
        var contact = residents.find(Address.of(Channel.SMS, number)).orElseThrow();
        residents.unsubscribe(contact.id());
        var id = settled("휴대전화\n" + number + "\n" + mobile() + "\n");
        assertThat(intakes.examine(id).counts()).containsEntry("notices.intake.withdrew", 1);
        assertThat(taken(id).known()).isOne();
        assertThat(residents.find(contact.id()).orElseThrow().consents().any(Instant.now()))
                .isFalse();
    }

    @Test
    void theSameFileTwiceAndTheSameButtonTwiceChangeNothing() throws Exception {
        var text = "휴대전화\n" + mobile() + "\n";
        var first = settled(text);
        var second = settled(text);
        assertThat(taken(first).added()).isOne();
        assertThatThrownBy(() -> intakes.take(OFFICER, first)).hasMessageContaining("notices.intake");
        assertThat(intakes.examine(second).repeated()).isTrue();
        assertThatThrownBy(() -> intakes.take(OFFICER, second)).hasMessageContaining("notices.intake.repeated");
        runner.take(first);
        assertThat(intakes.get(first).added()).isOne();
    }

    @Test
    void manyRunnersAtOnceTakeEachRowOnce() throws Exception {
        var text = new StringBuilder("휴대전화\n");
        for (int i = 0; i < 12_000; i++) text.append(mobile()).append('\n');
        var id = settled(text.toString());
        transaction.executeWithoutResult(status -> {
            db.sql("update notices.intake set state = 'TAKING', rows = 12000 where id = :id")
                    .param("id", id)
                    .update();
        });
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) pool.submit(() -> runner.take(id));
        }
        var done = intakes.get(id);
        assertThat(done.state()).isEqualTo(Intake.State.TAKEN);
        assertThat(List.of(done.done(), done.added(), done.known())).containsExactly(12_000, 12_000, 0);
        assertThat(db.sql("select count(*) from notices.consent where intake = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(12_000);
    }

    @Test
    void onceSomethingWasSentThereIsNoWayBack() throws Exception {
        var number = mobile();
        var id = settled("휴대전화\n" + number + "\n");
        taken(id);
        var contact =
                residents.find(Address.of(Channel.SMS, number)).orElseThrow().id();
        int send = SEND.incrementAndGet();
        transaction.executeWithoutResult(status -> {
            ledger.open(send, Lane.BULK, 1);
            db.sql("insert into notices.message (send, row, contact) values (:send, 1, :contact)")
                    .param("send", send)
                    .param("contact", contact)
                    .update();
        });
        assertThatThrownBy(() -> intakes.undo(OFFICER, id, "이유")).hasMessageContaining("notices.intake.used");
        assertThat(residents.find(contact)).isPresent();
    }

    @Test
    void whoChangedTheirConsentMeanwhileSurvivesTheUndoing() throws Exception {
        var number = mobile();
        var id = settled("휴대전화\n" + number + "\n" + mobile() + "\n");
        taken(id);
        var contact = residents.find(Address.of(Channel.SMS, number)).orElseThrow();
        residents.change(contact.id(), Registry.About.NOTHING, new Wish(true, Set.of(), true, false, true));
        assertThat(intakes.undo(OFFICER, id, "이유")).isOne();
        assertThat(residents.find(contact.id()).orElseThrow().consents().all()).hasSize(1);
    }

    @Test
    void anUnansweredQuestionStopsTheFile() {
        var id = upload("휴대전화\n" + mobile() + "\n");
        var settings = intakes.settings(id);
        assertThatThrownBy(() -> intakes.take(OFFICER, id)).hasMessageContaining("notices.intake.wording.missing");
        assertThatThrownBy(() -> intakes.settle(OFFICER, id, with(settings, " ")))
                .hasMessageContaining("notices.intake.wording.missing");
        assertThatThrownBy(() -> intakes.settle(OFFICER, id, with(settings.with(Map.of()), "1")))
                .hasMessageContaining("notices.intake.noway");
        assertThatThrownBy(() ->
                        intakes.settle(OFFICER, id, with(settings.with(Map.of(Field.PHONE, 0, Field.EMAIL, 0)), "1")))
                .hasMessageContaining("notices.intake.samecolumn");
        var viewer = new Actor(new UUID(7, 10), "viewer", "감사", "", Map.of("notices", Level.VIEW));
        assertThatThrownBy(() -> intakes.upload(viewer, "a.csv", new byte[] {1}))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> intakes.take(viewer, id)).hasMessageContaining("forbidden");
    }

    // ------------------------------------------------------------------ hostile files

    private void refused(byte[] file, String code) {
        assertThatThrownBy(() -> intakes.upload(OFFICER, "../../악성.csv", file)).hasMessageContaining(code);
    }

    @Test
    void hostileFilesAreRefusedPlainly() throws IOException {
        refused(new byte[0], "kernel.sheet.empty");
        refused("\n\n\n".getBytes(StandardCharsets.UTF_8), "kernel.sheet.empty");
        refused("휴대전화\n010\0\n".getBytes(StandardCharsets.UTF_8), "kernel.sheet.unknown");
        refused(new byte[] {(byte) 0x81, (byte) 0x20, (byte) 0xFF, (byte) 0xFE, 0, 0, 1}, "kernel.sheet.unknown");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "kernel.sheet.old");
        refused("0\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "kernel.sheet.rows");
        refused(("a,".repeat(61) + "\n").getBytes(StandardCharsets.UTF_8), "kernel.sheet.columns");
        refused(("\"" + "a".repeat(10_000) + "\"\n").getBytes(StandardCharsets.UTF_8), "kernel.sheet.cell");
        refused("\"열고 닫지 않음\n1,2\n".getBytes(StandardCharsets.UTF_8), "kernel.sheet.broken");
        refused(bomb(), "kernel.sheet.bomb");
        refused(new byte[Intakes.LARGEST_FILE + 1], "kernel.sheet.large");
    }

    /** A sheet that unfolds to a gigabyte. */
    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var spaces = new byte[1 << 20];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 1_000; i++) zip.write(spaces);
        }
        return out.toByteArray();
    }

    @Test
    void aSpreadsheetIsReadLikeAnyOtherFile() throws Exception {
        var number = mobile();
        var out = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.xlsx(out, "명단")) {
            sheet.row("휴대전화", "동의일");
            sheet.row(number, LocalDate.of(2023, 4, 1));
        }
        var id = intakes.upload(OFFICER, "명단.xlsx", out.toByteArray());
        intakes.settle(OFFICER, id, with(intakes.settings(id), "2023-1"));
        assertThat(taken(id).added()).isOne();
        assertThat(consent(number).givenAt()).isEqualTo(Instant.parse("2023-03-31T15:00:00Z"));
        assertThat(intakes.get(id).fileName()).isEqualTo("명단.xlsx");
    }

    @Test
    void aFileNobodyCameBackForIsThrownAway() {
        var id = upload("휴대전화\n" + mobile() + "\n");
        db.sql("update notices.intake set uploaded_at = uploaded_at - interval '2 days' where id = :id")
                .param("id", id)
                .update();
        runner.run();
        assertThatThrownBy(() -> intakes.get(id)).hasMessageContaining("notices.intake.missing");
    }
}
