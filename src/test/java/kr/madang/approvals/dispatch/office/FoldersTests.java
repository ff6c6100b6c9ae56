package kr.madang.approvals.dispatch.office;

import static kr.madang.approvals.dispatch.office.Street.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kr.madang.OfficeTest;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.dispatch.exchange.PacketReader;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Packages laid into the folder from which another system fetches them, with nodes that die on the way. */
@OfficeTest
class FoldersTests {
    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient db;

    @TempDir
    Path place;

    private Street.House here;
    private Dispatches dispatches;
    private Outbox outbox;
    private Paper.Id paper;

    /** The desk as it is where a folder is set up. */
    @BeforeEach
    void open() {
        var street = new Street(beans);
        here = street.house();
        var folder = new Folder(place.toString());
        var mail = bean(Mail.class);
        var addressing = new Addressing(bean(Units.class), bean(Agencies.class), folder, mail, bean(FieldCipher.class));
        dispatches = new Dispatches(
                bean(SendingStore.class),
                bean(DeliveryStore.class),
                bean(PublicationStore.class),
                addressing,
                bean(Letters.class),
                bean(Units.class),
                bean(Access.class),
                bean(Papers.class),
                bean(FieldCipher.class),
                bean(Trail.class),
                bean(Clock.class));
        outbox = new Outbox(
                bean(DeliveryStore.class),
                bean(Letters.class),
                folder,
                mail,
                bean(Publications.class),
                bean(Arrivals.class),
                bean(FieldCipher.class),
                bean(Trail.class),
                bean(Clock.class),
                bean(PlatformTransactionManager.class));
        // what other tests left in the outbox of this context
        outbox.carry();
        var agency =
                new Recipient.Outside(here.unit().code(), "연계 " + here.unit().code());
        bean(Agencies.class).set(here.head(), agency.code(), agency.name(), Agencies.Way.FOLDER);
        paper = street.approved(here);
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(s -> dispatches.send(here.clerk(), paper, to(agency)));
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    private Delivery delivery() {
        return dispatches.of(here.clerk(), paper).getFirst().lines().getFirst().delivery();
    }

    private List<Path> files() throws Exception {
        try (var listed = Files.list(place)) {
            return listed.filter(f -> f.toString().contains(delivery().id().toString()))
                    .toList();
        }
    }

    @Test
    void thePackageLiesInTheFolderAndCountsAsSent() throws Exception {
        outbox.carry();
        assertThat(delivery().state()).isEqualTo(Delivery.State.SENT);
        var zip = Files.readAllBytes(files().getFirst());
        assertThat(PacketReader.read(zip).packet().id())
                .isEqualTo(delivery().id().toString());
        assertThat(dispatches.packet(here.clerk(), delivery().id()).bytes()).isEqualTo(zip);
    }

    @Test
    void aNodeThatDiesAfterWritingLeavesOneAndTheSamePackage() throws Exception {
        var dead = outbox.claim("dead").orElseThrow();
        var half = place.resolve("." + dead.delivery().id() + ".zip.part");
        Files.write(half, new byte[] {1});
        Files.write(
                place.resolve(dead.delivery().id() + ".zip"),
                bean(Letters.class).packet(dead).bytes());
        var before = Files.readAllBytes(place.resolve(dead.delivery().id() + ".zip"));
        db.sql("update approvals.delivery set held_until = now() - interval '1 second' where holder = 'dead'")
                .update();
        outbox.carry();
        assertThat(delivery().state()).isEqualTo(Delivery.State.SENT);
        assertThat(files()).as("no half one beside it").hasSize(1);
        assertThat(Files.readAllBytes(files().getFirst())).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeWrittenIsTriedLater() throws Exception {
        var blocked = place.resolve("." + delivery().id() + ".zip.part");
        Files.createDirectory(blocked);
        outbox.carry();
        assertThat(delivery().state()).isEqualTo(Delivery.State.QUEUED);
        assertThat(delivery().why()).isEqualTo("approvals.fate.trouble");
        assertThat(delivery().dueAt()).isAfter(bean(Clock.class).instant());
        dispatches.withdraw(here.clerk(), delivery().id(), "정리");
    }
}
