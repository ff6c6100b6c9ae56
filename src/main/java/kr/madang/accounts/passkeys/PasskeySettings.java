package kr.madang.accounts.passkeys;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where passkeys are used (패스키 주소).
 *
 * @param origins the addresses people open, such as {@code https://madang.example.go.kr}; empty allows this machine only
 */
@ConfigurationProperties("madang.passkeys")
public record PasskeySettings(@DefaultValue List<String> origins) {
    /** The origin of a page's address, where passkeys may be used at it. */
    Optional<URI> origin(String address) {
        var uri = URI.create(address);
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var origin = uri.getScheme() + "://" + uri.getHost() + port;
        boolean allowed = origins.isEmpty() ? "localhost".equals(uri.getHost()) : origins.contains(origin);
        return allowed ? Optional.of(URI.create(origin)) : Optional.empty();
    }
}
