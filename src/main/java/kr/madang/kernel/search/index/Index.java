package kr.madang.kernel.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where entries are kept and found (색인). One writer at a time, any number of readers. */
public interface Index extends AutoCloseable {
    /** Puts entries in place of those with the same keys. They are found after {@link #show}. */
    void put(Collection<Entry> entries) throws IOException;

    void remove(Collection<String> keys) throws IOException;

    /** Makes what was written be found. */
    void show() throws IOException;

    /** Keeps what was written, together with notes of the writer; after a crash both are as they were at the last time. */
    void keep(Map<String, String> notes) throws IOException;

    /** The notes of what was kept last; empty when nothing ever was. */
    Optional<Map<String, String>> notes() throws IOException;

    Ask.Found find(Ask ask) throws IOException;

    long count() throws IOException;

    /** Words of the index that are nearly this one, most frequent first; who asks must see whether he may know them. */
    List<String> near(String word, int most) throws IOException;

    /** The keys among these that are there; for the tests. */
    Set<String> having(Collection<String> keys) throws IOException;

    @Override
    void close() throws IOException;
}
