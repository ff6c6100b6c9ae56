package kr.madang.notices.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.ledger.Lease;
import kr.madang.notices.ledger.Message;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.singles.Single;
import kr.madang.notices.singles.SingleTexts;
import kr.madang.notices.singles.Singles;
import kr.madang.notices.singles.Use;
import kr.madang.notices.wording.Template;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a message to one person when somebody is about to hand it over. */
@OfficeTest
class SingleLettersTests {
    @Autowired
    Singles singles;

    @Autowired
    SingleTexts texts;

    private Letters.Written write(UUID single, Instant now) {
        var lease = new Lease(1, 1, 1, now.plusSeconds(90), List.of(new Message(1, 1, single, "")));
        var outgoing = new Outgoing(1, Kind.DISASTER, Channel.EMAIL, "", "", Template.parse(""), "");
        return new SingleLetters(texts).write(lease, outgoing, now);
    }

    private UUID code() {
        var code = new Single(Use.CODE, Channel.EMAIL, "who@madang.example", "인증번호", "123456", "");
        return singles.post(Actor.SYSTEM, List.of(code)).getFirst();
    }

    /** There is no list whoever gets a code could leave. */
    @Test
    void itGoesToNoList() {
        var ready = write(code(), Instant.now()).ready();
        assertThat(ready).hasSize(1);
        var parcel = ready.getFirst().parcel();
        assertThat(parcel.circle()).isEqualTo(Parcel.Circle.PERSON);
        assertThat(parcel.subject()).isEqualTo("인증번호");
        assertThat(parcel.text()).isEqualTo("123456");
    }

    @Test
    void whatIsTooLateOrErasedStays() {
        var late = write(code(), Instant.now().plus(Use.CODE.worth()).plusSeconds(60));
        assertThat(late.ready()).isEmpty();
        assertThat(late.suppressed()).extracting(Result::code).containsExactly("late");
        var erased = write(UUID.randomUUID(), Instant.now());
        assertThat(erased.suppressed()).extracting(Result::code).containsExactly("erased");
    }
}
