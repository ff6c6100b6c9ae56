package kr.madang.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ClientAddressTests {
    private static String address(String trusted, String peer, String... forwarded) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        for (var header : forwarded) request.addHeader("X-Forwarded-For", header);
        return new ClientAddress(trusted).of(request);
    }

    @Test
    void withoutTrustedProxiesTheHeaderIsAir() {
        assertThat(address("", "203.0.113.9", "10.0.0.1")).isEqualTo("203.0.113.9");
        assertThat(address("", "127.0.0.1", "10.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void aTrustedProxyNamesTheClient() {
        assertThat(address("10.0.0.0/8", "10.0.0.5", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address("10.0.0.0/8, ::1", "::1", "2001:db8::7, 10.2.3.4")).isEqualTo("2001:db8::7");
        assertThat(address("10.0.0.0/8", "10.0.0.5")).isEqualTo("10.0.0.5");
    }

    @Test
    void aClientCannotWriteItsOwnHistory() {
        // what the client sent itself stands left of what the proxy added
        assertThat(address("10.0.0.5", "10.0.0.5", "1.1.1.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address("10.0.0.5", "10.0.0.5", "1.1.1.1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address("10.0.0.5", "203.0.113.9", "1.1.1.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void everyRoomSeesTheClientWhereItAsksTheRequest() throws Exception {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("10.0.0.5");
        request.addHeader("X-Forwarded-For", "203.0.113.9");
        var seen = new MockFilterChain();
        new ClientAddressFilter(new ClientAddress("10.0.0.5")).doFilter(request, new MockHttpServletResponse(), seen);
        assertThat(Objects.requireNonNull(seen.getRequest()).getRemoteAddr()).isEqualTo("203.0.113.9");
    }

    @Test
    void nonsenseInTheHeaderIsNotAnAddress() {
        for (var nonsense : new String[] {"", "unknown", "host.example", "1.2.3.4 evil", "<script>", "1.2.3", ","})
            assertThat(address("10.0.0.5", "10.0.0.5", nonsense)).isEqualTo("10.0.0.5");
        assertThat(address("10.0.0.0/8", "10.0.0.5", "x'; drop table t, 10.1.1.1"))
                .isEqualTo("10.1.1.1");
    }
}
