package kr.madang.press.coverage;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of an article (기사 주소), with what names it whichever link led there: pages for telephones, links with the traces of mailings and
 * searches, and either scheme give one canonical form.
 *
 * @param host in small letters, without {@code www.} and {@code m.}
 */
public record Address(String url, String canonical, String host) {
    private static final int LONGEST = 2_000;
    private static final Set<String> TRACES = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "msclkid",
            "yclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "ref",
            "referrer",
            "cmpid",
            "ncid",
            "rss",
            "from",
            "spm",
            "_ga",
            "n_query",
            "n_rank",
            "n_ad",
            "nacn",
            "napm",
            "sns",
            "outputtype",
            "amp");
    private static final Pattern PHONE = Pattern.compile("^(?:www|m|mobile|amp)\\.(?=.*\\.)");
    private static final Pattern AMP = Pattern.compile("/amp(?:/|$)");

    /** Empty when it is no address of a page in the web. */
    public static Optional<Address> of(String typed) {
        var text = typed.strip();
        if (text.length() > LONGEST || text.isEmpty()) return Optional.empty();
        try {
            var uri = new URI(text.replace(" ", "%20")
                    .replace("|", "%7C")
                    .replace("[", "%5B")
                    .replace("]", "%5D"));
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) return Optional.empty();
            var host = host(uri);
            if (host.isEmpty() || uri.getRawUserInfo() != null) return Optional.empty();
            return Optional.of(new Address(text, "https://" + host + port(uri) + path(uri) + query(uri), host));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String host(URI uri) {
        // names with letters other than ASCII come as an authority that is no host
        var authority = uri.getHost() != null ? uri.getHost() : uri.getAuthority();
        if (authority == null || authority.indexOf('@') >= 0 || authority.startsWith("[")) return "";
        var name = IDN.toASCII(authority.replaceFirst(":\\d*$", ""))
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.$", "");
        if (!name.matches("[a-z0-9._-]{1,253}")) return "";
        var plain = name;
        for (var shorter = PHONE.matcher(plain).replaceFirst(""); !shorter.equals(plain); ) {
            plain = shorter;
            shorter = PHONE.matcher(plain).replaceFirst("");
        }
        return plain;
    }

    private static String port(URI uri) {
        int port = uri.getPort();
        return port == -1 || port == 80 || port == 443 ? "" : ":" + port;
    }

    private static String path(URI uri) {
        var raw = Objects.requireNonNullElse(uri.getRawPath(), "").replaceAll("//+", "/");
        var plain = raw.isEmpty() ? "/" : URI.create(raw).normalize().getRawPath();
        var path = AMP.matcher(upper(plain)).replaceFirst("/");
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path.isEmpty() ? "/" : path;
    }

    /** {@code %ea} and {@code %EA} are one. */
    private static String upper(String raw) {
        return Pattern.compile("%[0-9a-f]{2}", Pattern.CASE_INSENSITIVE)
                .matcher(raw)
                .replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    }

    private static String query(URI uri) {
        var raw = uri.getRawQuery();
        if (raw == null || raw.isEmpty()) return "";
        var kept = Arrays.stream(
                        upper(raw).replace("&AMP;", "&").replace("&amp;", "&").split("&"))
                .filter(part -> !part.isEmpty() && !isTrace(part))
                .sorted()
                .distinct()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTrace(String part) {
        var name = part.replaceFirst("=.*$", "").toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACES.contains(name);
    }
}
