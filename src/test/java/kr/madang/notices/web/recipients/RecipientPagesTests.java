package kr.madang.notices.web.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.crypto.Signer;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.mail.Marks;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Consent;
import kr.madang.notices.recipients.Contact;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Segments;
import kr.madang.notices.recipients.Wish;
import kr.madang.notices.recipients.door.Pass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages of recipients: what they show, to whom, and what they write down about it. */
@OfficeTest
class RecipientPagesTests {
    private static final AtomicInteger NUMBER = new AtomicInteger(1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Registry registry;

    @Autowired
    Segments segments;

    @Autowired
    Pass pass;

    @Autowired
    Ledger ledger;

    @Autowired
    Signer signer;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private final RequestPostProcessor officer = AtDesk.who(Map.of("notices", Level.WORK));
    private final RequestPostProcessor viewer = AtDesk.who(Map.of("notices", Level.VIEW));
    private String number = "";
    private UUID recipient = new UUID(0, 0);
    private UUID contact = new UUID(0, 0);

    @BeforeEach
    void somebody() {
        number = "0106%07d".formatted(NUMBER.incrementAndGet());
        recipient = registry.add(
                Actor.SYSTEM,
                Address.of(Channel.SMS, number),
                Registry.About.NOTHING,
                new Wish(true, Set.of(), true, true, true),
                Consent.Source.PAPER,
                "신청서");
        contact = contact().id();
    }

    private Contact contact() {
        return registry.get(recipient).contacts().getFirst();
    }

    @Test
    void noPageAndNoFileShowsAnAddress() {
        for (var path : new String[] {
            "/desk/notices/recipients?q=" + number.substring(7),
            "/desk/notices/recipients/entries.csv?q=" + number,
            "/desk/notices/recipients/" + recipient,
            "/desk/notices/recipients/" + recipient + "/contacts/" + contact + "/address"
        })
            assertThat(mvc.get().uri(path).with(officer))
                    .as(path)
                    .hasStatusOk()
                    .bodyText()
                    .contains("010-****-" + number.substring(7))
                    .doesNotContain(number)
                    .doesNotContain("010-" + number.substring(3, 7));
    }

    @Test
    void everyLookAtAPersonIsRecorded() {
        mvc.get().uri("/desk/notices/recipients/" + recipient).with(officer).exchange();
        mvc.get()
                .uri("/desk/notices/recipients/entries.csv?q=" + number)
                .with(officer)
                .exchange();
        assertThat(db.sql("select count(*) from accounts.access_entry where subject like :id")
                        .param("id", "%" + recipient + "%")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(db.sql("select count(*) from accounts.access_entry where task = '수신자 내려받기'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void whoMayOnlyLookGetsNoFormsAndChangesNothing() {
        assertThat(mvc.get().uri("/desk/notices/recipients/" + recipient).with(viewer))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/deletion\"");
        for (var path : new String[] {
            "/desk/notices/recipients/" + recipient + "/deletion",
            "/desk/notices/recipients/" + recipient + "/correction",
            "/desk/notices/recipients",
            "/desk/notices/segments",
            "/desk/notices/imports"
        })
            assertThat(mvc.post().uri(path).with(viewer).with(csrf()).param("reason", "이유"))
                    .as(path)
                    .hasStatus(403);
        assertThat(registry.get(recipient).gone()).isFalse();
    }

    @Test
    void whatWasTypedComesBackWithTheReasonBesideIt() {
        assertThat(mvc.post()
                        .uri("/desk/notices/recipients")
                        .with(officer)
                        .with(csrf())
                        .param("channel", "SMS")
                        .param("address", number)
                        .param("everything", "true")
                        .param("reason", "창구 신청 <b>"))
                .hasStatus(422)
                .bodyText()
                .contains("이미 등록된 연락처입니다", "창구 신청 &lt;b>")
                .doesNotContain("신청 <b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/notices/recipients?on=2023-02-30",
                "/desk/notices/recipients?cursor=junk",
                "/desk/notices/recipients?q=%00%00&dong=%00&age=X&channel=Y&state=Z",
                "/desk/notices/recipients?q=r-999999999999999",
                "/desk/notices/recipients?on=+999999999-01-01",
                "/desk/notices/recipients/entries.csv?on=x",
                "/desk/notices/segments?shown=%00",
                "/desk/notices/deletions?cursor=x"
            })
    void nonsenseInAnAddressIsAnsweredPlainly(String path) {
        assertThat(mvc.get().uri(java.net.URI.create(path)).with(officer))
                .satisfies(
                        answer -> assertThat(answer.getResponse().getStatus()).isIn(200, 400, 422));
    }

    @Test
    void somebodyElsesContactIsNotReachedThroughAnotherRecipient() {
        var mine = recipient;
        somebody();
        assertThat(mvc.get()
                        .uri("/desk/notices/recipients/" + mine + "/contacts/" + contact + "/consents")
                        .with(officer))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/desk/notices/recipients/" + mine + "/contacts/" + contact + "/address")
                        .with(officer)
                        .with(csrf())
                        .param("address", "010-7777-0000")
                        .param("reason", "이유"))
                .hasStatus(404);
    }

    @Test
    void mailProgramsUnsubscribeWithOneClickAndPeopleWithAButton() {
        var way = pass.way(contact);
        assertThat(mvc.get().uri(way))
                .hasStatusOk()
                .bodyText()
                .contains("그만 받기")
                .doesNotContain(number);
        assertThat(contact().consents().standing(Instant.now()))
                .as("opening the link changes nothing")
                .hasSize(3);
        // as RFC 8058 has it: no cookie, no token of a form, one fixed field
        assertThat(mvc.post().uri(way).param("List-Unsubscribe", "One-Click")).hasStatusOk();
        assertThat(contact().consents().standing(Instant.now())).isEmpty();
        assertThat(mvc.post().uri(way)).hasStatusOk();
        assertThat(mvc.post().uri("/notices/unsubscribe/AAAA")).hasStatus(404);
        registry.delete(Actor.SYSTEM, recipient, "시험");
        assertThat(mvc.post().uri(way)).as("tells nobody that somebody is gone").hasStatusOk();
        assertThat(mvc.get().uri(way)).hasStatusOk();
    }

    @Test
    void theSlipInAnEmailOfASendTakesItsReaderOffTheList() {
        int send = 810_000 + NUMBER.incrementAndGet();
        transaction.executeWithoutResult(status -> {
            ledger.open(send, Lane.BULK, 1);
            db.sql("insert into notices.message (send, row, contact) values (:send, 1, :contact)")
                    .param("send", send)
                    .param("contact", contact)
                    .update();
        });
        var marks = new Marks(name -> signer.sign("notices.mail", name));
        var slip = marks.mark(Marks.Purpose.UNSUBSCRIBE, new Parcel.Reference(send, 1, 1));
        assertThat(mvc.post().uri("/notices/unsubscribe/" + slip).param("List-Unsubscribe", "One-Click"))
                .hasStatusOk();
        assertThat(contact().consents().standing(Instant.now())).isEmpty();
        var other = marks.mark(Marks.Purpose.UNSUBSCRIBE, new Parcel.Reference(send, 2, 1));
        assertThat(mvc.post().uri("/notices/unsubscribe/" + other)).hasStatus(404);
    }

    @Test
    void aPassOpensOnesOwnPageAndNobodyElses() {
        var cookie = new jakarta.servlet.http.Cookie("madang-notices", pass.in(contact));
        assertThat(mvc.get().uri("/notices/my").cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("010-****-" + number.substring(7));
        assertThat(mvc.get().uri("/notices/my").cookie(cookie)).headers().hasValue("Cache-Control", "no-store");
        var forged = new jakarta.servlet.http.Cookie("madang-notices", pass.out(contact));
        assertThat(mvc.get().uri("/notices/my").cookie(forged)).bodyText().doesNotContain("010-****");
        assertThat(mvc.post().uri("/notices/my/deletion").with(csrf()).cookie(forged))
                .hasStatus3xxRedirection();
        assertThat(registry.get(recipient).gone()).isFalse();
        assertThat(mvc.post().uri("/notices/my/deletion").with(csrf()).cookie(cookie))
                .hasStatus3xxRedirection();
        assertThat(registry.get(recipient).gone()).isTrue();
        assertThat(mvc.get().uri("/notices/my").cookie(cookie)).bodyText().doesNotContain("010-****");
    }

    @Test
    void aWorkingOfficeHasNoLetterbox() {
        assertThat(mvc.get().uri("/notices/letterbox")).hasStatus(404);
    }

    @Test
    void askingForACodeAnswersTheSameForEverybody() {
        for (var address : new String[] {number, "010-7654-%04d".formatted(NUMBER.incrementAndGet())})
            assertThat(mvc.post()
                            .uri("/notices/my/asking")
                            .with(csrf())
                            .param("channel", "SMS")
                            .param("address", address))
                    .hasStatus3xxRedirection()
                    .redirectedUrl()
                    .startsWith("/notices/codes/");
    }

    @Test
    void aSegmentIsCountedSavedRenamedAndPutAway() {
        var name = "묶음" + System.nanoTime();
        assertThat(mvc.post()
                        .uri("/desk/notices/segments/count")
                        .with(officer)
                        .with(csrf())
                        .param("dong", "문래동", "없는동")
                        .param("age", "FORTIES"))
                .hasStatusOk()
                .bodyText()
                .contains("문래동, 40대")
                .doesNotContain("없는동");
        assertThat(mvc.post()
                        .uri("/desk/notices/segments")
                        .with(officer)
                        .with(csrf())
                        .param("do", "save")
                        .param("name", name)
                        .param("channel", "EMAIL")
                        .param("topic", "CULTURE"))
                .hasStatus3xxRedirection();
        var made = segments.all().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(made.channel()).isEqualTo(Channel.EMAIL);
        assertThat(made.audience().topics()).containsExactly("CULTURE");
        assertThat(mvc.post()
                        .uri("/desk/notices/segments")
                        .with(officer)
                        .with(csrf())
                        .param("name", name))
                .hasStatus(422)
                .bodyText()
                .contains("같은 이름의 묶음");
        assertThat(mvc.post()
                        .uri("/desk/notices/segments/" + made.id() + "/archive")
                        .with(officer)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(segments.archived()).extracting(Segments.Segment::id).contains(made.id());
        assertThat(mvc.post()
                        .uri("/desk/notices/segments/" + made.id())
                        .with(officer)
                        .with(csrf())
                        .param("name", "다른 이름"))
                .hasStatus(422);
    }

    @Test
    void anUploadThatCannotBeReadIsToldOnTheSamePage() {
        var bad = new MockMultipartFile("file", "a.csv", "text/csv", "a\0b".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .uri("/desk/notices/imports")
                        .multipart()
                        .file(bad)
                        .with(officer)
                        .with(csrf()))
                .hasStatus(422);
    }
}
