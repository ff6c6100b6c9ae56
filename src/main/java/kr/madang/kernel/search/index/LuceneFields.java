package kr.madang.kernel.search.index;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** How an entry lies in Lucene. */
final class LuceneFields {
    static final String KEY = "key";
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String KEYS = "keys";
    static final String STARTS = "starts";
    static final String LABELS = "labels";
    static final String READERS = "readers";
    static final String AT = "at";

    private static final FieldType TOKENS = tokens();

    private LuceneFields() {}

    private static FieldType tokens() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    static Document of(Entry entry) {
        var document = new Document();
        document.add(new StringField(KEY, entry.key(), Field.Store.YES));
        document.add(new StringField(KIND, entry.kind(), Field.Store.NO));
        document.add(new SortedDocValuesField(KIND, new BytesRef(entry.kind())));
        words(document, TITLE, entry.title());
        words(document, TEXT, entry.text());
        all(document, KEYS, entry.keys());
        all(document, STARTS, entry.starts());
        all(document, LABELS, entry.labels());
        for (var label : entry.labels()) document.add(new SortedSetDocValuesField(LABELS, new BytesRef(label)));
        all(document, READERS, entry.readers());
        document.add(new LongField(AT, entry.at(), Field.Store.NO));
        return document;
    }

    private static void words(Document document, String field, List<String> words) {
        if (!words.isEmpty()) document.add(new Field(field, new Words(words), TOKENS));
    }

    private static void all(Document document, String field, Collection<String> values) {
        for (var value : values) document.add(new StringField(field, value, Field.Store.NO));
    }
}
