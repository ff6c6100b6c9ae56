package kr.madang.kernel.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;

/** Addresses of lists and of their pages (쪽 나누기). */
public final class Paging {
    private Paging() {}

    /** Names and values in turn as they stand in an address, without empty ones. */
    public static String query(String... parts) {
        return IntStream.range(0, parts.length / 2)
                .filter(i -> !parts[2 * i + 1].isEmpty())
                .mapToObj(i -> parts[2 * i] + "=" + encoded(parts[2 * i + 1]))
                .collect(Collectors.joining("&"));
    }

    /** A page of a list whose rows nobody has counted. */
    public static Window window(String path, String query, Slice<?> slice) {
        return Window.keyset(at(path, query, slice.previous()), at(path, query, slice.next()));
    }

    /** A page of a list whose rows have been counted. */
    public static Window window(String path, String query, long total, Slice<?> slice) {
        var first = slice.previous() == null && !slice.rows().isEmpty() ? 1 : 0;
        var last = first == 0 ? 0 : slice.rows().size();
        return Window.keyset(total, first, last, at(path, query, slice.previous()), at(path, query, slice.next()));
    }

    private static @Nullable String at(String path, String query, @Nullable String cursor) {
        if (cursor == null) return null;
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + encoded(cursor);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
