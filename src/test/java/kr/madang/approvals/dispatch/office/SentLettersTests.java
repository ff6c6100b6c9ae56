package kr.madang.approvals.dispatch.office;

import static kr.madang.approvals.dispatch.office.DispatchesTests.refused;
import static kr.madang.approvals.dispatch.office.Street.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.madang.OfficeTest;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Printing;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.dispatch.SealMark;
import kr.madang.approvals.dispatch.Sending;
import kr.madang.approvals.dispatch.exchange.PacketReader;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.print.Extracted;
import kr.madang.approvals.print.Form;
import kr.madang.approvals.print.Layout;
import kr.madang.approvals.print.Letter;
import kr.madang.approvals.records.Disclosure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What leaves the house is the official letter, the same in every form and through every door. */
@OfficeTest
class SentLettersTests {
    private static final Recipient HOME = new Recipient.Homepage();

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
    Publications publications;

    @Autowired
    OfficeCopies copies;

    @Autowired
    ReceivedLetters received;

    @Autowired
    Letters letters;

    @Autowired
    DeliveryStore deliveries;

    @Autowired
    Papers papers;

    @Autowired
    Printing printing;

    @Autowired
    JdbcClient db;

    private Street street;
    private Street.House here;
    private Street.House there;
    private Recipient.Outside agency;

    @BeforeEach
    void neighbors() {
        street = new Street(beans);
        here = street.house();
        there = street.house();
        agency = new Recipient.Outside(here.unit().code(), "상대 " + here.unit().code());
        agencies.set(here.head(), agency.code(), agency.name(), Agencies.Way.HAND);
    }

    private Paper.Id sent(Sending sending) {
        var paper = street.approved(here, "합동 점검 " + here.unit().code(), Street.filing(Disclosure.OPEN));
        dispatches.send(here.clerk(), paper, sending);
        outbox.carry();
        return paper;
    }

    private static Sending separately(Recipient... recipients) {
        return new Sending("", "마당구청장", SealMark.OMITTED, true, List.of(recipients), "");
    }

    private DeliveryRow row(Paper.Id paper, int place) {
        return deliveries.of(paper).get(place);
    }

    private String office(Paper.Id paper) {
        var view = papers.open(here.clerk(), paper);
        return words(printing.letter(view, view.current().number(), copies.of(view)));
    }

    private static String words(Letter letter) {
        return String.join("\n", Layout.of(letter).words());
    }

    @Test
    void thePackageHoldsOneLetterInFourForms() throws Exception {
        var sending = new Sending("가람도", "마당구청장", SealMark.SEAL, false, List.of(agency), "");
        var paper = sent(sending);
        var packet = PacketReader.read(dispatches
                        .take(here.clerk(), row(paper, 0).delivery().id())
                        .bytes())
                .packet();
        var wanted = Extracted.of(Layout.of(letters.of(row(paper, 0)).letter()).words());
        assertThat(Extracted.txt(packet.text().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(wanted);
        assertThat(Extracted.html(packet.html().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(wanted);
        assertThat(Extracted.pdf(packet.pdf())).isEqualTo(Extracted.printable(wanted));
        assertThat(Extracted.hwpx(packet.hwpx())).isEqualTo(wanted);
        assertThat(packet.text())
                .contains(
                        "마당구청\n",
                        "수신  " + agency.name(),
                        "(경유)  가람도",
                        "마당구청장  (관인)",
                        "시행  " + here.unit().name() + "-",
                        "접수  ",
                        "공개구분  공개");
    }

    @Test
    void theReceiverOfAPackageFindsTheLetterAmongItsFiles() {
        var paper = sent(to(agency));
        var zip = dispatches.take(here.clerk(), row(paper, 0).delivery().id()).bytes();
        var id = intake.importPacket(there.clerk(), zip, there.unit().code());
        var view = receipts.open(there.clerk(), id);
        assertThat(view.files()).extracting(ReceiptView.Enclosed::name).contains("시행문.pdf", "시행문.hwpx");
        assertThat(received.of(view)).isEmpty();
    }

    @Test
    void whatLeftIsHandedOutAgainAsItLeft() {
        var paper = sent(to(agency));
        var id = row(paper, 0).delivery().id();
        var zip = dispatches.take(here.clerk(), id).bytes();
        var account = here.clerk().id();
        db.sql("update accounts.account set extension = '02-0000-9999' where id = :id")
                .param("id", account)
                .update();
        assertThat(dispatches.packet(here.clerk(), id).bytes()).isEqualTo(zip);
        assertThat(dispatches.take(here.clerk(), id).bytes()).isEqualTo(zip);
    }

    /** Written when packages were not kept and had another letter in them. */
    @Test
    void anOldPackageIsNeverReplacedByAnotherOfTheSameName() {
        var paper = sent(to(agency));
        var id = row(paper, 0).delivery().id();
        dispatches.take(here.clerk(), id);
        db.sql("update approvals.delivery set packet = null where id = :id")
                .param("id", id)
                .update();
        assertThat(dispatches.packet(here.clerk(), id).manifest())
                .as("still the same when it is made anew")
                .isEqualTo(row(paper, 0).manifest());
        db.sql("update approvals.delivery set manifest = repeat('0', 64) where id = :id")
                .param("id", id)
                .update();
        refused("approvals.packet.gone", () -> dispatches.packet(here.clerk(), id));
        refused("approvals.packet.gone", () -> dispatches.take(here.clerk(), id));
    }

    @Test
    void everySeparateCopyNamesItsOwnReceiverOnly() {
        var third = street.house();
        var all = List.of(there.recipient(), third.recipient(), agency, HOME);
        var paper = sent(separately(all.toArray(Recipient[]::new)));
        for (int copy = 0; copy < all.size(); copy++)
            for (var form : Form.values()) {
                var text = forms(letters.of(row(paper, copy)).letter(), form);
                for (var other : all)
                    if (other == all.get(copy)) assertThat(text).contains(Extracted.squeezed(other.name()));
                    else assertThat(text).as(form.word()).doesNotContain(Extracted.squeezed(other.name()));
            }
        assertThat(office(paper)).contains("수신자 참조", there.unit().name(), agency.name());
    }

    private static String forms(Letter letter, Form form) {
        try {
            var file = form.write(letter);
            return switch (form) {
                case HTML -> Extracted.html(file);
                case PDF -> Extracted.pdf(file);
                case HWPX -> Extracted.hwpx(file);
                case TXT -> Extracted.txt(file);
            };
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aTogetherSentLetterListsEverybody() {
        var paper = sent(to(there.recipient(), agency));
        for (int copy = 0; copy < 2; copy++)
            assertThat(words(letters.of(row(paper, copy)).letter()))
                    .contains("수신  수신자 참조", "수신자  " + there.unit().name() + ", " + agency.name());
        assertThat(office(paper)).contains("수신자  " + there.unit().name() + ", " + agency.name());
    }

    @Test
    void aUnitReceivesTheLetterAndPutsItsNumberOnIt() {
        var paper = sent(to(there.recipient()));
        var id = db.sql("select id from approvals.receipt where delivery = :d")
                .param("d", row(paper, 0).delivery().id())
                .query(java.util.UUID.class)
                .single();
        var view = receipts.open(there.clerk(), new kr.madang.approvals.dispatch.Receipt.Id(id));
        assertThat(view.incoming().body()).contains("수신  " + there.unit().name(), "마당구청장  〔관인생략〕");
        assertThat(words(received.of(view).orElseThrow()))
                .contains("접수  " + there.unit().name() + "-1 (");
        assertThat(office(paper))
                .contains("수신  " + there.unit().name())
                .doesNotContain("접수  " + there.unit().name());
    }

    @Test
    void aPaperThatGoesNowhereStaysInside() {
        var paper = street.approved(here);
        assertThat(office(paper)).contains("수신  내부결재").doesNotContain("접수");
        dispatches.send(here.clerk(), paper, to(agency));
        assertThat(office(paper)).contains("수신  " + agency.name());
        dispatches.withdraw(here.clerk(), row(paper, 0).delivery().id(), "잘못 고름");
        assertThat(row(paper, 0).delivery().state()).isEqualTo(Delivery.State.WITHDRAWN);
        assertThat(office(paper)).contains("수신  내부결재");
    }

    @Test
    void thePublicReadsTheLetterAsItWasSent() {
        var paper = sent(to(HOME));
        var id = db.sql("select id from approvals.publication where paper = :paper")
                .param("paper", paper)
                .query(java.util.UUID.class)
                .single();
        var shown = publications.find(id).orElseThrow().letter();
        assertThat(shown).isEqualTo(letters.of(row(paper, 0)).letter());
        db.sql("update approvals.paper set disclosure = 'PARTLY' where id = :id")
                .param("id", paper)
                .update();
        assertThat(publications.find(id).orElseThrow().letter()).isNull();
    }
}
