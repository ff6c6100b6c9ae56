package kr.madang.kernel.search;

import java.sql.Array;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.search.korean.Lexicon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the dictionary and of words that mean the same. */
@Repository
class WordStore {
    private final JdbcClient db;

    WordStore(JdbcClient db) {
        this.db = db;
    }

    Lexicon lexicon() {
        return Lexicon.of(db.sql("select word, parts from kernel.search_word")
                .query((row, n) -> Lexicon.read(row.getString("word"), row.getString("parts")))
                .list());
    }

    /** Editing one after the other: the row is the lock. */
    void lock() {
        db.sql("select one from kernel.search_state for update")
                .query(Boolean.class)
                .single();
    }

    void put(Lexicon.Word word, Instant at, String by) {
        db.sql("""
                insert into kernel.search_word (word, parts, made_at, made_by) values (:word, :parts, :at, :by)
                on conflict (word) do update set parts = :parts, made_at = :at, made_by = :by""")
                .param("word", word.text())
                .param("parts", String.join(" ", word.parts()))
                .param("at", at)
                .param("by", by)
                .update();
        db.sql("update kernel.search_state set words = words + 1").update();
    }

    boolean remove(String word) {
        boolean was = db.sql("delete from kernel.search_word where word = :word")
                        .param("word", word)
                        .update()
                > 0;
        if (was) db.sql("update kernel.search_state set words = words + 1").update();
        return was;
    }

    List<Words.Group> groups() {
        return db.sql("select id, words from kernel.search_synonym order by words")
                .query((row, n) -> new Words.Group(row.getObject("id", UUID.class), strings(row.getArray("words"))))
                .list();
    }

    private static List<String> strings(Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }

    void put(Words.Group group, Instant at, String by) {
        db.sql("""
                insert into kernel.search_synonym (id, words, made_at, made_by) values (:id, :words, :at, :by)
                on conflict (id) do update set words = :words, made_at = :at, made_by = :by""")
                .param("id", group.id())
                .param("words", group.words().toArray(String[]::new))
                .param("at", at)
                .param("by", by)
                .update();
        db.sql("update kernel.search_state set synonyms = synonyms + 1").update();
    }

    boolean removeGroup(UUID id) {
        boolean was = db.sql("delete from kernel.search_synonym where id = :id")
                        .param("id", id)
                        .update()
                > 0;
        if (was)
            db.sql("update kernel.search_state set synonyms = synonyms + 1").update();
        return was;
    }
}
