package kr.madang.notices.carriers.http;

import java.net.URI;
import java.time.Duration;

/**
 * What the contract with a relay says (발송 중계 설정).
 *
 * @param address below which its {@code messages} lie
 * @param key by which it knows the office
 * @param bundle how many messages go in one request
 * @param patience how long an answer may take
 * @param authoritative whether the relay promises that what it calls not received never was nor will be
 */
public record HttpSettings(URI address, String key, int bundle, Duration patience, boolean authoritative) {
    public HttpSettings {
        if (bundle < 1) throw new IllegalArgumentException("empty bundles");
        if (!address.toString().endsWith("/")) address = URI.create(address + "/");
    }

    /** The key does not belong in a log. */
    @Override
    public String toString() {
        return "HttpSettings[" + address + "]";
    }
}
