package kr.madang.approvals.dispatch.office;

import static kr.madang.approvals.dispatch.office.DispatchesTests.refused;
import static kr.madang.approvals.dispatch.office.Street.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.List;
import kr.madang.OfficeTest;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.print.Extracted;
import kr.madang.approvals.records.Disclosure;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.trail.Trail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters to residents from the outbox through a real mail server, with nodes that die on the way. */
@OfficeTest
class EmailsTests {
    private static final Recipient HONG = new Recipient.Resident("홍길동", "hong@example.com");
    private static final Recipient KIM = new Recipient.Resident("김철수", "kim@example.com");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient db;

    @Autowired
    List<Resealable> resealables;

    private Street street;
    private Street.House here;
    private Dispatches dispatches;
    private Outbox outbox;

    /** The desk as it is where a mail server is set up. */
    @BeforeEach
    void open() throws Exception {
        server.start();
        street = new Street(beans);
        here = street.house();
        var mail = new Mail(
                "127.0.0.1",
                server.getSmtp().getPort(),
                "",
                "",
                "doc@madang.example",
                false,
                new OfficeName("마당구청", ""));
        var addressing = new Addressing(
                bean(Units.class), bean(Agencies.class), bean(Folder.class), mail, bean(FieldCipher.class));
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
                bean(Folder.class),
                mail,
                bean(Publications.class),
                bean(Arrivals.class),
                bean(FieldCipher.class),
                bean(Trail.class),
                bean(Clock.class),
                bean(PlatformTransactionManager.class));
        // what other tests left in the outbox of this context
        outbox.carry();
        server.purgeEmailFromAllMailboxes();
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Paper.Id sent(Recipient... recipients) {
        var paper = street.approved(here, "회신 안내", Street.filing(Disclosure.closed(List.of(6))));
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(s -> dispatches.send(here.clerk(), paper, to(recipients)));
        return paper;
    }

    private List<Delivery> deliveries(Paper.Id paper) {
        return dispatches.of(here.clerk(), paper).getFirst().lines().stream()
                .map(Sent.Line::delivery)
                .toList();
    }

    private void expire() {
        db.sql("update approvals.delivery set held_until = now() - interval '1 second' where holder is not null")
                .update();
    }

    @Test
    void everybodyGetsALetterThatNamesNobodyElse() throws Exception {
        var unit = street.house();
        var paper = sent(HONG, KIM, unit.recipient());
        outbox.carry();
        assertThat(deliveries(paper))
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.SENT, Delivery.State.SENT, Delivery.State.ARRIVED);
        var got = server.getReceivedMessages();
        assertThat(got).hasSize(2);
        for (var letter : got) {
            var raw = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(letter);
            boolean toHong = letter.getAllRecipients()[0].toString().contains("hong@");
            assertThat(letter.getAllRecipients()).hasSize(1);
            assertThat(raw).doesNotContain(toHong ? "kim@" : "hong@");
            var parts = (MimeMultipart) letter.getContent();
            var text = parts.getBodyPart(0).getContent().toString();
            var pdf = Extracted.pdf(parts.getBodyPart(1).getInputStream().readAllBytes());
            for (var words : List.of(text, pdf))
                assertThat(words)
                        .contains(toHong ? "홍길동" : "김철수", "마당구청장")
                        .doesNotContain(toHong ? "김철수" : "홍길동", unit.unit().name());
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        }
    }

    @Test
    void addressesLieSealedAndAreShownMasked() {
        var paper = sent(HONG);
        var row = db.sql("select row_to_json(d)::text from approvals.delivery d where paper = :paper")
                .param("paper", paper)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("홍길동", "hong");
        var line = dispatches.of(here.clerk(), paper).getFirst().lines().getFirst();
        assertThat(line.name()).isEqualTo("홍*동");
        assertThat(line.address()).isEqualTo("ho***@example.com");
        assertThat(db.sql("select string_agg(details::text, ' ') from kernel.trail_entry where subject = :subject")
                        .param("subject", "paper:" + paper)
                        .query(String.class)
                        .single())
                .doesNotContain("홍길동", "hong");
    }

    @Test
    void sealedColumnsCanBeSealedAnew() {
        sent(HONG);
        for (var name : List.of("approvals.delivery.sealed_name", "approvals.delivery.sealed_email")) {
            var column = resealables.stream()
                    .filter(r -> r.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            var cell = column.listOthers("m1.no-such-key.", 1).getFirst();
            var fresh = bean(FieldCipher.class).reseal(cell.sealed(), cell.place());
            assertThat(column.replace(cell, fresh)).isTrue();
            assertThat(column.replace(cell, fresh)).as("someone was faster").isFalse();
        }
    }

    @Test
    void aNodeThatDiesBeforeTheServerHeardLeavesOneLetter() {
        var paper = sent(HONG);
        var dead = outbox.claim("dead").orElseThrow();
        outbox.carry();
        assertThat(server.getReceivedMessages()).as("it is being carried").isEmpty();
        expire();
        outbox.carry();
        outbox.carry(dead, "dead");
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(deliveries(paper).getFirst().state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void aNodeThatDiesWhileTheServerHearsLeavesADoubtAndNoSecondLetter() {
        var paper = sent(HONG);
        var dead = outbox.claim("dead").orElseThrow();
        bean(DeliveryStore.class).save(dead.delivery().handedOver("dead"));
        expire();
        outbox.carry();
        assertThat(server.getReceivedMessages()).isEmpty();
        var delivery = deliveries(paper).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.why()).isEqualTo("approvals.fate.unsure");
        dispatches.again(here.clerk(), delivery.id());
        outbox.carry();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatIsDownIsTriedLater() {
        server.stop();
        var paper = sent(HONG);
        outbox.carry();
        var delivery = deliveries(paper).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.QUEUED);
        assertThat(delivery.tries()).isEqualTo(1);
        assertThat(delivery.dueAt()).isAfter(bean(Clock.class).instant());
        dispatches.withdraw(here.clerk(), delivery.id(), "우편으로 보냄");
        refused("approvals.delivery.state", () -> dispatches.again(here.clerk(), delivery.id()));
    }
}
