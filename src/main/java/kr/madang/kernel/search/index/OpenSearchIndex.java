package kr.madang.kernel.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An index in an OpenSearch cluster (외부 색인). Texts are cut here and come there as tokens with blanks between them, so that the cluster needs
 * neither plugin nor dictionary and finds what the embedded index finds.
 */
public final class OpenSearchIndex implements Index {
    private static final int MOST_BYTES = 4_000_000;
    private static final int SUGGESTED = 50;

    private final OpenSearch cluster;
    private final String name;

    public OpenSearchIndex(OpenSearch cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Makes an empty index of this name. */
    public static OpenSearchIndex make(OpenSearch cluster, String name) throws IOException {
        var word = Map.of("type", "keyword");
        var text = Map.of("type", "text", "analyzer", "cut");
        var fields = new LinkedHashMap<String, Object>();
        for (var field : List.of(LuceneFields.TITLE, LuceneFields.TEXT)) fields.put(field, text);
        for (var field : List.of(
                LuceneFields.KIND, LuceneFields.KEYS, LuceneFields.STARTS, LuceneFields.LABELS, LuceneFields.READERS))
            fields.put(field, word);
        fields.put(LuceneFields.AT, Map.of("type", "date", "format", "epoch_millis"));
        cluster.put(
                "/" + name,
                Map.of(
                        "settings",
                        Map.of(
                                "index.number_of_shards",
                                1,
                                "index.auto_expand_replicas",
                                "0-1",
                                "index.refresh_interval",
                                "-1",
                                "analysis.analyzer.cut.type",
                                "custom",
                                "analysis.analyzer.cut.tokenizer",
                                "whitespace"),
                        "mappings",
                        Map.of("dynamic", false, "_source", Map.of("enabled", false), "properties", fields)));
        return new OpenSearchIndex(cluster, name);
    }

    @Override
    public void put(Collection<Entry> entries) throws IOException {
        var lines = new StringBuilder();
        for (var entry : entries) {
            lines.append(OpenSearch.json(Map.of("index", Map.of("_id", entry.key()))))
                    .append('\n')
                    .append(OpenSearch.json(fields(entry)))
                    .append('\n');
            if (lines.length() > MOST_BYTES) send(lines);
        }
        send(lines);
    }

    private static Map<String, Object> fields(Entry entry) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(LuceneFields.KIND, entry.kind());
        fields.put(LuceneFields.TITLE, String.join(" ", entry.title()));
        fields.put(LuceneFields.TEXT, String.join(" ", entry.text()));
        fields.put(LuceneFields.KEYS, entry.keys());
        fields.put(LuceneFields.STARTS, entry.starts());
        fields.put(LuceneFields.LABELS, entry.labels());
        fields.put(LuceneFields.READERS, entry.readers());
        fields.put(LuceneFields.AT, entry.at());
        return fields;
    }

    private void send(StringBuilder lines) throws IOException {
        if (lines.isEmpty()) return;
        var answer = cluster.bulk("/" + name + "/_bulk", lines.toString());
        lines.setLength(0);
        if (answer.path("errors").asBoolean()) throw new IOException("bulk: " + firstError(answer));
    }

    private static String firstError(JsonNode answer) {
        for (var item : answer.path("items"))
            for (var done : item)
                if (done.has("error")) return done.path("error").toString();
        return "unknown";
    }

    @Override
    public void remove(Collection<String> keys) throws IOException {
        var lines = new StringBuilder();
        for (var key : keys)
            lines.append(OpenSearch.json(Map.of("delete", Map.of("_id", key)))).append('\n');
        send(lines);
    }

    @Override
    public void show() throws IOException {
        cluster.post("/" + name + "/_refresh", Map.of());
    }

    /** What was acknowledged is on the disks of the cluster already; the notes follow it, never the other way round. */
    @Override
    public void keep(Map<String, String> notes) throws IOException {
        cluster.put("/" + name + "/_mapping", Map.of("_meta", notes));
    }

    @Override
    public Optional<Map<String, String>> notes() throws IOException {
        var meta = cluster.find("/" + name + "/_mapping")
                .path(name)
                .path("mappings")
                .path("_meta");
        if (!meta.isObject()) return Optional.empty();
        var notes = new HashMap<String, String>();
        meta.properties()
                .forEach(note -> notes.put(note.getKey(), note.getValue().asString()));
        return Optional.of(notes);
    }

    @Override
    public Ask.Found find(Ask ask) throws IOException {
        if (ask.readers().isEmpty()) return Ask.Found.NOTHING;
        var answer = cluster.post("/" + name + "/_search", OpenSearchQueries.of(ask));
        var keys = new ArrayList<String>();
        for (var hit : answer.path("hits").path("hits"))
            keys.add(hit.path("_id").asString());
        var counts = answer.path("aggregations");
        return new Ask.Found(
                keys,
                answer.path("hits").path("total").path("value").asLong(),
                counts(counts.path(OpenSearchQueries.KINDS)),
                counts(counts.path(OpenSearchQueries.NARROW).path(LuceneFields.LABELS)),
                false);
    }

    private static Map<String, Long> counts(JsonNode terms) {
        var counts = new HashMap<String, Long>();
        for (var bucket : terms.path("buckets"))
            counts.put(bucket.path("key").asString(), bucket.path("doc_count").asLong());
        return counts;
    }

    @Override
    public long count() throws IOException {
        return cluster.get("/" + name + "/_count").path("count").asLong();
    }

    @Override
    public List<String> near(String word, int most) throws IOException {
        var term = Map.of(
                "field",
                LuceneFields.STARTS,
                "suggest_mode",
                "always",
                "max_edits",
                1,
                "prefix_length",
                0,
                "min_word_length",
                2,
                "size",
                SUGGESTED);
        var answer = cluster.post(
                "/" + name + "/_search",
                Map.of("size", 0, "suggest", Map.of("near", Map.of("text", word, "term", term))));
        var found = new HashMap<String, Integer>();
        for (var entry : answer.path("suggest").path("near"))
            for (var option : entry.path("options"))
                found.put(option.path("text").asString(), option.path("freq").asInt());
        return LuceneIndex.nearest(word, found, most);
    }

    @Override
    public Set<String> having(Collection<String> keys) throws IOException {
        var body = Map.of("size", keys.size(), "_source", false, "query", Map.of("ids", Map.of("values", keys)));
        var there = new HashSet<String>();
        for (var hit : cluster.post("/" + name + "/_search", body).path("hits").path("hits"))
            there.add(hit.path("_id").asString());
        return there;
    }

    /** Nothing is held open here. */
    @Override
    public void close() {}
}
