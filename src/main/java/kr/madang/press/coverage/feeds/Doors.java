package kr.madang.press.coverage.feeds;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import kr.madang.press.coverage.feeds.Unfetched.Reason;

/**
 * Which servers may be asked at all (접속 허용 주소): those in the public net, on the usual ports. A name is resolved once, every address it has is judged,
 * and the connection goes to the address that was judged; a name that changes its mind in between changes nothing.
 */
final class Doors {
    /** Asks the names of hosts. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** A server to connect to. @param host as certificates and the server name it */
    record Door(String host, InetAddress address, int port, boolean secure) {}

    private final Resolver resolver;
    /** {@code host:port} that may be asked wherever they lie: servers of tests and of the demo. */
    private final Set<String> open;

    Doors(Resolver resolver, Set<String> open) {
        this.resolver = resolver;
        this.open = open;
    }

    Door of(URI uri) throws Unfetched {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var named = uri.getHost();
        if (!scheme.equals("http") && !scheme.equals("https") || named == null || uri.getRawUserInfo() != null)
            throw new Unfetched(Reason.BAD_ADDRESS, uri.toString());
        boolean secure = scheme.equals("https");
        int port = uri.getPort() == -1 ? (secure ? 443 : 80) : uri.getPort();
        var host = named.startsWith("[") ? named.substring(1, named.length() - 1) : named.toLowerCase(Locale.ROOT);
        var addresses = addresses(host);
        if (open.contains(host + ":" + port)) return new Door(host, addresses[0], port, secure);
        if (port != 80 && port != 443) throw new Unfetched(Reason.FORBIDDEN_ADDRESS, host + ":" + port);
        for (var address : addresses)
            if (!isPublic(address))
                throw new Unfetched(Reason.FORBIDDEN_ADDRESS, host + " = " + address.getHostAddress());
        return new Door(host, addresses[0], port, secure);
    }

    private InetAddress[] addresses(String host) throws Unfetched {
        try {
            var all = resolver.resolve(host);
            if (all.length == 0) throw new Unfetched(Reason.UNKNOWN_HOST, host);
            return all;
        } catch (UnknownHostException e) {
            throw new Unfetched(Reason.UNKNOWN_HOST, host);
        }
    }

    /** Whether an address lies in the public net, by the registries of special addresses (RFC 6890 and after). */
    static boolean isPublic(InetAddress address) {
        var b = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(b) : isPublic6(b);
    }

    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 255;
        int second = b[1] & 255;
        int third = b[2] & 255;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    /** Of version 6 only what is given out to the public; ways through to version 4 are judged nowhere else, so they are closed. */
    private static boolean isPublic6(byte[] b) {
        int first = (b[0] & 255) << 8 | b[1] & 255;
        int second = (b[2] & 255) << 8 | b[3] & 255;
        if (first >>> 13 != 1) return false;
        if (first == 0x2002) return false;
        return first != 0x2001
                || second != 0
                        && second != 0x0db8
                        && (second & 0xfff0) != 0x0010
                        && (second & 0xfff0) != 0x0020
                        && second != 2;
    }
}
