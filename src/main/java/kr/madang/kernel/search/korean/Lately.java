package kr.madang.kernel.search.korean;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was cut lately (최근 분석): a document is read again whenever its standing changes, and mostly says what it said before. */
final class Lately {
    /** About so many bytes. */
    private static final int MOST = 4 << 20;

    private static final int TOKEN = 80;

    private final LinkedHashMap<String, List<Token>> cut = new LinkedHashMap<>(16, 0.75f, true);
    private long kept;

    synchronized @Nullable List<Token> get(String text) {
        return cut.get(text);
    }

    synchronized void put(String text, List<Token> tokens) {
        long size = size(text, tokens);
        if (size > MOST / 16 || cut.put(text, tokens) != null) return;
        kept += size;
        for (var oldest = cut.entrySet().iterator(); kept > MOST; oldest.remove()) {
            var gone = oldest.next();
            kept -= size(gone.getKey(), gone.getValue());
        }
    }

    private static long size(String text, List<Token> tokens) {
        return 2L * text.length() + (long) TOKEN * (tokens.size() + 1);
    }

    synchronized long kept() {
        return kept;
    }
}
