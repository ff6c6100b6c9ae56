package kr.madang.kernel.search;

import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.search.index.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for (검색어와 조건). Takes anything.
 *
 * @param text as typed: words, {@code "in this order"}, {@code -not}, initials (ㅇㄷㅍ)
 * @param kind only documents of this kind; empty for all
 * @param labels only those with all of these; of the kind chosen
 * @param from first day in Seoul
 * @param to last day, included
 * @param page from 1
 */
public record Query(
        String text,
        String kind,
        List<Label> labels,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Sort sort,
        int page,
        int size) {
    public static final int LAST_PAGE = 100;
    public static final int SIZE = 10;

    public record Label(String name, String value) {}

    public enum Sort {
        BEST,
        NEWEST
    }

    public Query {
        text = Reading.clean(text);
        labels = kind.isEmpty() ? List.of() : labels.stream().limit(10).toList();
        page = Math.clamp(page, 1, LAST_PAGE);
        size = Math.clamp(size, 1, 50);
    }

    public static Query of(String text) {
        return new Query(text, "", List.of(), null, null, Sort.BEST, 1, SIZE);
    }

    public Query of(String kind, int page, int size) {
        return new Query(text, kind, labels, from, to, sort, page, size);
    }

    /** Whether there is anything to look for. */
    public boolean says() {
        return Reading.says(text);
    }
}
