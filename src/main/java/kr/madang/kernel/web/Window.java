package kr.madang.kernel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list a page shows and where the rest is.
 *
 * @param total rows in the whole list; -1 when nobody has counted
 * @param first number of the first row shown, from 1; 0 when unknown or nothing is shown
 * @param last number of the last row shown
 * @param previous where the rows before are; null at the beginning
 * @param next where the rows after are; null at the end
 * @param pages numbered pages; empty with keyset paging
 */
public record Window(
        long total,
        long first,
        long last,
        @Nullable String previous,
        @Nullable String next,
        List<Tab> pages) {

    /** A window of a keyset list, which knows its neighbors only. */
    public static Window keyset(@Nullable String previous, @Nullable String next) {
        return new Window(-1, 0, 0, previous, next, List.of());
    }

    /** A keyset window of a list whose rows have been counted. */
    public static Window keyset(long total, long first, long last, @Nullable String previous, @Nullable String next) {
        return new Window(total, first, last, previous, next, List.of());
    }

    /**
     * A window with numbered pages.
     *
     * @param page the page shown, from 1
     * @param href where a page is
     */
    public static Window numbered(long total, int page, int size, IntFunction<String> href) {
        int count = (int) Math.max(1, Math.ceilDiv(total, (long) size));
        int shown = Math.clamp(page, 1, count);
        var pages = new ArrayList<Tab>();
        int from = Math.max(1, Math.min(shown - 2, count - 4));
        for (int p = from; p <= Math.min(count, from + 4); p++) {
            pages.add(new Tab(href.apply(p), Integer.toString(p), p == shown));
        }
        long first = total == 0 ? 0 : (shown - 1L) * size + 1;
        return new Window(
                total,
                first,
                Math.min(total, (long) shown * size),
                shown > 1 ? href.apply(shown - 1) : null,
                shown < count ? href.apply(shown + 1) : null,
                List.copyOf(pages));
    }

    public String previousHref() {
        return Objects.requireNonNullElse(previous, "");
    }

    public String nextHref() {
        return Objects.requireNonNullElse(next, "");
    }
}
