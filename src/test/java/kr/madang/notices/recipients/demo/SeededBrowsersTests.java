package kr.madang.notices.recipients.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.push.Subscription;
import kr.madang.notices.recipients.Address;
import org.junit.jupiter.api.Test;

/** Browsers nobody has look like those of people, and can be written to by nobody. */
class SeededBrowsersTests {
    @Test
    void eachIsASubscriptionOfItsOwn() {
        var all = new HashSet<String>();
        for (int number = 0; number < 400; number++) {
            var line = SeededBrowsers.line(number);
            assertThat(Subscription.of(line).line()).isEqualTo(line).isEqualTo(SeededBrowsers.line(number));
            assertThat(all.add(line)).isTrue();
        }
    }

    @Test
    void noRealOfficeWouldTakeThem() {
        var line = SeededBrowsers.line(7);
        assertThat(Address.find(Channel.PUSH, line)).isEmpty();
        assertThat(new Address(Channel.PUSH, line).masked()).isEqualTo("push.madang.example ***");
    }
}
