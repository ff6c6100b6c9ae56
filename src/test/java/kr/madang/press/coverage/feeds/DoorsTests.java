package kr.madang.press.coverage.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.press.coverage.feeds.Unfetched.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name and no number leads into the office. */
class DoorsTests {
    private static final Doors REAL = new Doors(InetAddress::getAllByName, Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.1.1",
                "198.51.100.7",
                "203.0.113.9",
                "192.88.99.1",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1",
                "2001::1",
                "2001:10::1",
                "2001:20::1",
                "100::1"
            })
    void specialAddressesAreNotPublic(String address) throws Exception {
        assertThat(Doors.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "223.255.255.1",
                "2606:4700::1111",
                "2404:6800:4004::1"
            })
    void othersArePublic(String address) throws Exception {
        assertThat(Doors.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://2130706433/",
                "http://127.1/",
                "https://169.254.169.254/latest/meta-data/",
                "http://1.1.1.1:22/",
                "https://1.1.1.1:8443/"
            })
    void suchAddressesAreRefused(String address) {
        assertThatExceptionOfType(Unfetched.class)
                .isThrownBy(() -> REAL.of(URI.create(address)))
                .satisfies(e ->
                        assertThat(e.reason()).isIn(Reason.FORBIDDEN_ADDRESS, Reason.UNKNOWN_HOST, Reason.BAD_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://1.1.1.1/",
                "gopher://1.1.1.1/",
                "http://user:pass@1.1.1.1/",
                "jar:http://1.1.1.1!/",
                "//1.1.1.1/",
                "http:opaque"
            })
    void otherSchemesAndUsersAreRefused(String address) {
        assertThatExceptionOfType(Unfetched.class)
                .isThrownBy(() -> REAL.of(URI.create(address)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.BAD_ADDRESS));
    }

    @Test
    void oneForbiddenAddressAmongSeveralIsEnough() {
        var mixed = new Doors(
                host -> new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")},
                Set.of());
        assertThatExceptionOfType(Unfetched.class).isThrownBy(() -> mixed.of(URI.create("http://both.example/")));
    }

    @Test
    void aNameThatChangesItsMindIsAskedOnce() throws Exception {
        var asked = new AtomicInteger();
        var rebinding = new Doors(
                host -> new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1")
                },
                Set.of());
        assertThat(rebinding.of(URI.create("http://rebind.example/")).address().getHostAddress())
                .isEqualTo("1.1.1.1");
        assertThat(asked).hasValue(1);
    }
}
