package kr.madang.approvals.dispatch.office;

import static kr.madang.approvals.dispatch.office.DispatchesTests.refused;
import static kr.madang.approvals.dispatch.office.Street.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.desk.CardVerifier;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.dispatch.exchange.Packet;
import kr.madang.approvals.dispatch.exchange.PacketReader;
import kr.madang.approvals.dispatch.exchange.PacketWriter;
import kr.madang.approvals.dispatch.exchange.Slip;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.records.Disclosure;
import kr.madang.kernel.Refused;
import kr.madang.kernel.files.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A paper goes to another agency and comes back as arrived; what is spoiled on the way comes to nothing. */
@OfficeTest
class PacketsTests {
    @Autowired
    BeanFactory beans;

    @Autowired
    Dispatches dispatches;

    @Autowired
    Outbox outbox;

    @Autowired
    Receipts receipts;

    @Autowired
    Intake intake;

    @Autowired
    Agencies agencies;

    @Autowired
    Files files;

    @Autowired
    CardVerifier verifier;

    @Autowired
    JdbcClient db;

    @TempDir
    Path folder;

    private Street.House here;
    private Street.House there;
    private Recipient.Outside agency;
    private Paper.Id paper;

    private Street street;

    @BeforeEach
    void sent() {
        street = new Street(beans);
        here = street.house();
        there = street.house();
        agency = new Recipient.Outside(here.unit().code(), "상대 " + here.unit().code());
        agencies.set(here.head(), agency.code(), agency.name(), Agencies.Way.HAND);
        var bytes = "붙임 내용".getBytes(StandardCharsets.UTF_8);
        var stored = files.put(here.clerk(), "계획.txt", new ByteArrayInputStream(bytes));
        paper = street.approved(
                here, "업무 협조", Street.filing(Disclosure.OPEN), new Attachment("계획.txt", bytes.length, stored.sha256()));
        dispatches.send(here.clerk(), paper, to(agency));
    }

    private Delivery delivery() {
        return dispatches.of(here.clerk(), paper).getFirst().lines().getFirst().delivery();
    }

    private byte[] taken() {
        return dispatches.take(here.clerk(), delivery().id()).bytes();
    }

    /** As another Madang with another key would write it. */
    private static byte[] foreign(String id, String title) {
        var packet = new Packet(
                id,
                "가람시",
                "마당구청",
                "총무과-3",
                LocalDate.of(2026, 11, 20),
                title,
                "요지",
                "가람시장",
                "비공개(6)",
                "본문",
                "<script>alert(1)</script>",
                new byte[0],
                new byte[0],
                List.of(new Packet.Enclosed("../붙임.hwp", new byte[] {1, 2})));
        return PacketWriter.write(packet, m -> new byte[32]).bytes();
    }

    @Test
    void aPackageWaitsForAHandThenMakesTheRoundTrip() {
        outbox.carry();
        assertThat(delivery().state()).as("nobody carries it but a person").isEqualTo(Delivery.State.QUEUED);
        var zip = taken();
        assertThat(delivery().state()).isEqualTo(Delivery.State.SENT);
        assertThat(taken()).as("taken again, the same bytes").isEqualTo(zip);
        var id = intake.importPacket(there.clerk(), zip, there.unit().code());
        var view = receipts.open(there.clerk(), id);
        assertThat(view.number()).isEqualTo(there.unit().name() + "-1");
        assertThat(view.incoming().title()).isEqualTo("업무 협조");
        assertThat(view.incoming().body()).contains("업무 협조의 본문", "수신  " + agency.name());
        assertThat(view.incoming().signature()).isEqualTo(Incoming.Signature.OURS);
        assertThat(view.files()).extracting(ReceiptView.Enclosed::name).contains("계획.txt");
        var slip = receipts.slip(there.clerk(), id).write();
        refused("approvals.sending.unit", () -> dispatches.confirm(there.clerk(), slip));
        assertThat(dispatches.confirm(here.clerk(), slip)).isEqualTo(paper);
        assertThat(delivery().state()).isEqualTo(Delivery.State.ARRIVED);
        dispatches.confirm(here.clerk(), slip);
        assertThat(verifier.verify().first()).isEmpty();
    }

    @Test
    void forgedSlipsAreRefused() {
        refused("approvals.arrival.unreadable", () -> dispatches.confirm(here.clerk(), new byte[10]));
        var id = delivery().id().toString();
        var before = new Slip(id, "0".repeat(64), "b", "n", Instant.now()).write();
        refused("approvals.arrival.unknown", () -> dispatches.confirm(here.clerk(), before));
        var manifest = PacketReader.read(taken()).manifest();
        refused("approvals.arrival.unknown", () -> dispatches.confirm(here.clerk(), before));
        var strange = new Slip(UUID.randomUUID().toString(), manifest, "b", "n", Instant.now()).write();
        refused("approvals.arrival.unknown", () -> dispatches.confirm(here.clerk(), strange));
        var future = new Slip(id, manifest, "b", "n", Instant.now().plus(Duration.ofDays(1))).write();
        refused("approvals.arrival.time", () -> dispatches.confirm(here.clerk(), future));
        var past = new Slip(id, manifest, "b", "n", Instant.EPOCH).write();
        refused("approvals.arrival.time", () -> dispatches.confirm(here.clerk(), past));
        assertThat(delivery().state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void aPackageOfAnotherOfficeIsUnverifiedNotRefused() {
        var id = intake.importPacket(
                there.clerk(),
                foreign(UUID.randomUUID().toString(), "낯선\n문서"),
                there.unit().code());
        var view = receipts.open(there.clerk(), id);
        assertThat(view.incoming().signature()).isEqualTo(Incoming.Signature.UNVERIFIED);
        assertThat(view.incoming().title()).isEqualTo("낯선 문서");
        assertThat(view.incoming().closed()).isTrue();
        assertThat(view.files()).extracting(ReceiptView.Enclosed::name).contains("붙임.hwp");
    }

    @Test
    void theSamePackageTwiceIsRecognizedAndDrawsOneNumber() throws Exception {
        var id = UUID.randomUUID().toString();
        var zip = foreign(id, "두 번 온 문서");
        var outcomes = new ArrayList<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> take = () -> {
                try {
                    intake.importPacket(there.clerk(), zip, there.unit().code());
                    return "taken";
                } catch (Refused refused) {
                    return refused.code();
                }
            };
            for (var future : pool.invokeAll(Collections.nCopies(6, take))) outcomes.add(future.get());
        }
        assertThat(outcomes).containsOnlyOnce("taken");
        outcomes.remove("taken");
        assertThat(outcomes).containsOnly("approvals.packet.again");
        refused(
                "approvals.packet.other",
                () -> intake.importPacket(
                        there.clerk(), foreign(id, "다른 내용"), there.unit().code()));
        assertThat(counter()).isEqualTo(1);
    }

    @Test
    void brokenPackagesDrawNoNumberAndLeaveNothing() {
        var whole = foreign(UUID.randomUUID().toString(), "깨진 문서");
        long before = count();
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1})
            refused(
                    "approvals.packet.torn",
                    () -> intake.importPacket(
                            there.clerk(),
                            Arrays.copyOf(whole, length),
                            there.unit().code()));
        refused("approvals.recipient.unit", () -> intake.importPacket(there.clerk(), whole, "9999999"));
        assertThat(counter()).isZero();
        assertThat(count()).isEqualTo(before);
        intake.importPacket(there.clerk(), whole, there.unit().code());
        assertThat(counter()).isEqualTo(1);
    }

    private long counter() {
        return db.sql("select coalesce(max(last), 0) from approvals.register_counter where unit = :unit and register"
                        + " = 'RECEIPT'")
                .param("unit", there.unit().code())
                .query(Long.class)
                .single();
    }

    private long count() {
        return db.sql("select (select count(*) from approvals.receipt) + (select count(*) from kernel.file)")
                .query(Long.class)
                .single();
    }

    @Test
    void theFolderIsWrittenWholeAndTheSameAfterACrash() throws Exception {
        var out = new Folder(folder.resolve("new").toString());
        out.put("a.zip", new byte[] {1, 2});
        out.put("a.zip", new byte[] {1, 2});
        try (var listed = java.nio.file.Files.list(folder.resolve("new"))) {
            assertThat(listed.map(f -> f.getFileName().toString())).containsExactly("a.zip");
        }
        assertThat(new Folder(" ").ready()).isFalse();
    }
}
