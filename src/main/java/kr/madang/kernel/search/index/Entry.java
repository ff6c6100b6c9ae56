package kr.madang.kernel.search.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.madang.kernel.search.Document;
import kr.madang.kernel.search.korean.Analyser;
import kr.madang.kernel.search.korean.Eojeols;
import kr.madang.kernel.search.korean.Hangul;

/**
 * What a document leaves in the index (색인 항목): tokens, never its text.
 *
 * @param key the same for the same document, e.g. {@code approvals.paper:0190…}
 * @param starts words as they begin, for what is typed in part
 * @param labels {@code kind␟name␟value}, for counting and narrowing
 * @param readers {@code kind␟token}
 * @param at epoch milliseconds
 */
public record Entry(
        String key,
        String kind,
        List<String> title,
        List<String> text,
        Set<String> keys,
        Set<String> starts,
        Set<String> labels,
        Set<String> readers,
        long at) {
    public static final char SEPARATOR = '\u001f';

    private static final int LONGEST_TEXT = 200_000;

    public static Entry of(String kind, Document document, Analyser analyser) {
        var body =
                document.text().length() > LONGEST_TEXT ? document.text().substring(0, LONGEST_TEXT) : document.text();
        var title = analyser.words(document.title());
        var text = analyser.words(body);
        var starts = new LinkedHashSet<String>();
        starts.addAll(Eojeols.of(document.title()));
        starts.addAll(Eojeols.of(body));
        starts.addAll(title);
        starts.addAll(text);
        var keys = new LinkedHashSet<String>();
        for (var key : document.keys()) keys.add(key(key));
        var labels = new LinkedHashSet<String>();
        document.labels().forEach((name, values) -> values.forEach(value -> labels.add(label(kind, name, value))));
        var readers = new LinkedHashSet<String>();
        for (var reader : document.readers()) readers.add(reader(kind, reader));
        return new Entry(
                key(kind, document.id().toString()),
                kind,
                title,
                text,
                keys,
                starts,
                labels,
                readers,
                document.at().toEpochMilli());
    }

    /** A number or code as it is looked for: {@code 홍보미디어과-1234}, with any dashes and blanks. */
    public static String key(String code) {
        return Hangul.normal(code).replaceAll("[\\s\\p{Cntrl}]+", "").replaceAll("[−–—]", "-");
    }

    public static String key(String kind, String id) {
        return kind + ":" + id;
    }

    public static String label(String kind, String name, String value) {
        return kind + SEPARATOR + name + SEPARATOR + value;
    }

    public static String reader(String kind, String token) {
        return kind + SEPARATOR + token;
    }
}
