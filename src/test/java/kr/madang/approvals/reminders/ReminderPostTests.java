package kr.madang.approvals.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.approvals.desk.Duty;
import kr.madang.approvals.dispatch.office.PostOffice;
import kr.madang.approvals.records.Disclosure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters that remind, through a real mail server, with nodes that die on the way. */
@OfficeTest
class ReminderPostTests {
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient db;

    private Waiting office;
    private int port;

    @BeforeEach
    void open() {
        server.start();
        port = server.getSmtp().getPort();
        office = new Waiting(beans);
        // what other tests left on the way
        db.sql("update approvals.reminder_letter set state = 'DROPPED'").update();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private Waiting.Node on(int day, String time) {
        return office.node(office.at(day, time), PostOffice.at(port));
    }

    private String state() {
        return db.sql("select state from approvals.reminder_letter where account = :account")
                .param("account", office.leader.id())
                .query(String.class)
                .single();
    }

    private static String text(MimeMessage letter) throws Exception {
        return ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent().toString();
    }

    @Test
    void oneLetterPerPersonNamesOpenPapersOnly() throws Exception {
        office.late("열린 <b>문서</b> & 계획");
        office.late("둘째 문서");
        office.late("숨은 인사 문서", Waiting.closed());
        var node = on(0, "09:00");
        var came = node.go();
        assertThat(came.letters()).isEqualTo(1);
        assertThat(node.post.carry()).isEqualTo(1);
        assertThat(node.post.carry()).as("run twice").isZero();
        var got = server.getReceivedMessages();
        assertThat(got).hasSize(1);
        assertThat(got[0].getAllRecipients()).hasSize(1);
        assertThat(got[0].getAllRecipients()[0].toString()).contains(Waiting.email(office.leader));
        assertThat(got[0].getSubject()).isEqualTo("[마당구청] 기다리는 문서 3건");
        assertThat(text(got[0]))
                .contains("열린 <b>문서</b> & 계획", "[검토] 둘째 문서", "제목을 밝히지 않는 문서 1건")
                .doesNotContain("숨은");
        assertThat(state()).isEqualTo("SENT");
        on(1, "09:00").go();
        assertThat(on(1, "09:00").post.carry())
                .as("another day, another letter")
                .isEqualTo(1);
    }

    @Test
    void theDeputyGetsTheLetterOfTheAbsent() throws Exception {
        office.late("늦은 문서");
        var deputy = office.person("주무관", office.team);
        office.away(office.leader, deputy, office.monday);
        var node = on(0, "09:00");
        node.go();
        node.post.carry();
        var got = server.getReceivedMessages();
        assertThat(got).hasSize(1);
        assertThat(got[0].getAllRecipients()[0].toString()).contains(Waiting.email(deputy));
        assertThat(text(got[0])).contains("[검토 대리] 늦은 문서");
    }

    @Test
    void twoNodesAtOnceSendOneLetter() throws Exception {
        office.late("늦은 문서");
        Callable<Integer> whole = () -> {
            var node = on(0, "09:00");
            node.go();
            return node.post.carry();
        };
        int sent = 0;
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var one : nodes.invokeAll(List.of(whole, whole, whole, whole))) sent += one.get();
        }
        assertThat(sent).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aNodeThatDiesBeforeTheServerHeardLeavesOneLetter() {
        office.late("늦은 문서");
        on(0, "09:00").go();
        var dead = on(0, "09:00").post.claim().orElseThrow();
        assertThat(on(0, "09:01").post.carry()).as("it is being carried").isZero();
        assertThat(on(0, "09:06").post.carry()).isEqualTo(1);
        assertThat(on(0, "09:07").post.carry(dead))
                .as("it was not dead, only slow")
                .isFalse();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aNodeThatDiesWhileTheServerHearsLeavesADoubtAndNoSecondLetter() {
        office.late("늦은 문서");
        var node = on(0, "09:00");
        node.go();
        var dead = node.post.claim().orElseThrow();
        assertThat(node.letters.move(dead, "CARRIED", "OVER", office.at(0, "09:10"), office.at(0, "09:00")))
                .isTrue();
        assertThat(on(0, "09:30").post.carry()).isZero();
        assertThat(state()).isEqualTo("DOUBTFUL");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsDownIsTriedLaterOnTheSameDayOnly() {
        office.late("늦은 문서");
        on(0, "09:00").go();
        server.stop();
        assertThat(on(0, "09:00").post.carry()).isZero();
        assertThat(state()).isEqualTo("QUEUED");
        assertThat(on(0, "09:05").post.carry()).isZero();
        assertThat(on(1, "08:00").post.carry()).isZero();
        assertThat(state()).isEqualTo("DROPPED");
    }

    @Test
    void aServerThatComesBackGetsTheLetter() {
        office.late("늦은 문서");
        on(0, "09:00").go();
        server.stop();
        on(0, "09:00").post.carry();
        server.start();
        port = server.getSmtp().getPort();
        assertThat(on(0, "09:10").post.carry()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatWasSignedMeanwhileIsNotWrittenAbout() {
        var paper = office.late("늦은 문서");
        on(0, "09:00").go();
        office.approvals.sign(office.leader, paper, office.hash(paper), "");
        assertThat(on(0, "09:01").post.carry()).isZero();
        assertThat(state()).isEqualTo("DROPPED");
    }

    @Test
    void aLongListIsCutAndCounted() {
        var items = new ArrayList<LetterText.Item>();
        for (int i = 0; i < 60; i++)
            items.add(new LetterText.Item(Duty.APPROVE, "문서 " + i, Disclosure.Kind.OPEN, office.at(0, "09:00"), false));
        items.add(new LetterText.Item(Duty.READ, "몰래", Disclosure.Kind.PARTLY, office.at(0, "09:00"), false));
        var letter = LetterText.of("마당구청", "홍길동", items);
        assertThat(letter.title()).contains("61건");
        assertThat(letter.text())
                .contains("문서 49", "그 밖의 문서 10건", "밝히지 않는 문서 1건")
                .doesNotContain("문서 50", "몰래");
    }
}
