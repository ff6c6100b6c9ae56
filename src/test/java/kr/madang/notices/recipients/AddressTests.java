package kr.madang.notices.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people type them: one spelling of each, and none that reaches nobody. */
class AddressTests {
    @ParameterizedTest
    @CsvSource({
        "SMS, ' 010-1234-5678 ', 01012345678",
        "SMS, +82 10 1234 5678, 01012345678",
        "SMS, 1012345678, 01012345678",
        "EMAIL, ' Kim@Example.COM ', kim@example.com",
        "EMAIL, kim@한국.example, kim@xn--3e0b707e.example"
    })
    void twoSpellingsOfOneAddressAreOne(Channel channel, String typed, String normal) {
        assertThat(Address.of(channel, typed).value()).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SMS|02-123-4567",
                "SMS|010-123",
                "SMS|",
                "SMS|=1+1",
                "EMAIL|kim",
                "EMAIL|kim@localhost",
                "EMAIL|a b@c.example",
                "EMAIL|kim@example.com\nBcc: x@y.example",
                "EMAIL|.kim@example.com",
                "PUSH|http://push.example/a",
                "PUSH|https://user@push.example/",
                "PUSH|https://fcm.googleapis.com/fcm/send/1",
                "PUSH|javascript:alert(1)"
            })
    void whatReachesNobodyIsRefused(String typed) {
        var parts = typed.split("\\|", -1);
        var channel = Channel.valueOf(parts[0]);
        assertThat(Address.find(channel, parts[1])).isEmpty();
        assertThatThrownBy(() -> Address.of(channel, parts[1]))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("notices.address." + channel.name().toLowerCase(java.util.Locale.ROOT));
    }
}
