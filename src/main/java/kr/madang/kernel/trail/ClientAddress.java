package kr.madang.kernel.trail;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a request comes from (접속지). {@code X-Forwarded-For} counts only as far as trusted proxies wrote it: the header is read from its
 * end, and the first address that is not one of ours is the client.
 */
@Component
public class ClientAddress {
    private static final String NOBODY = "local";
    private static final String LOOPBACK = "0:0:0:0:0:0:0:1";

    private final List<IpAddressMatcher> trusted;

    /** @param proxies addresses or networks, comma-separated, e.g. {@code 10.1.0.0/16,127.0.0.1}; none by default */
    ClientAddress(@Value("${madang.trusted.proxies:}") String proxies) {
        trusted = Arrays.stream(proxies.split(","))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    /** The address of the request at hand; {@code local} outside of one. */
    public String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? of(web.getRequest())
                : NOBODY;
    }

    public String of(HttpServletRequest request) {
        var client = client(request);
        return LOOPBACK.equals(client) ? "::1" : client;
    }

    private String client(HttpServletRequest request) {
        var peer = request.getRemoteAddr();
        if (!isTrusted(peer)) return peer;
        var client = peer;
        for (var hop : hops(request).reversed()) {
            if (!isAddress(hop)) return client;
            client = hop;
            if (!isTrusted(hop)) return client;
        }
        return client;
    }

    /** Several headers are one list, in order. */
    private static List<String> hops(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(h -> Arrays.stream(h.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(t -> t.matches(address));
    }

    /** Digits, dots, colons and hexadecimal letters only: names would be looked up, and anything else is an attempt. */
    private static boolean isAddress(String text) {
        return text.length() <= 45
                && (text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || text.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*"));
    }
}
