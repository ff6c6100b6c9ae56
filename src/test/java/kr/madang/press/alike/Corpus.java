package kr.madang.press.alike;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.seed.Draw;
import kr.madang.press.coverage.demo.Reprint;
import kr.madang.press.coverage.demo.Told;

/** Stories and what outlets made of them, labelled. */
final class Corpus {
    final List<Piece> pieces = new ArrayList<>();
    final Map<UUID, Integer> story = new HashMap<>();
    final List<Told> told = new ArrayList<>();

    private Corpus() {}

    static Corpus of(String seed, int stories, int most, double hardness) {
        var corpus = new Corpus();
        var draw = new Draw(seed);
        var at = Instant.parse("2023-01-02T00:00:00Z");
        for (int s = 0; s < stories; s++) {
            var told = Told.of(draw, s, at);
            corpus.told.add(told);
            int reprints = draw.between(1, most);
            for (int i = 0; i < reprints; i++)
                corpus.add(s, Reprint.of(told, draw, hardness * draw.between(0, 100) / 100));
            at = at.plus(Duration.ofHours(draw.between(4, 20)));
        }
        return corpus;
    }

    private void add(int s, Reprint made) {
        var key = "https://news.example/" + pieces.size();
        var id = UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        pieces.add(new Piece(id, key, made.at(), Sketch.of(made.title(), made.lead())));
        story.put(id, s);
    }

    /** Of all pairs, how well those that are grouped are those that are one story. */
    double f1(Map<UUID, Standing> standings) {
        long both = 0;
        long grouped = 0;
        long labelled = 0;
        for (int i = 0; i < pieces.size(); i++)
            for (int j = 0; j < i; j++) {
                var a = pieces.get(i).id();
                var b = pieces.get(j).id();
                boolean one = standings.get(a).cluster().equals(standings.get(b).cluster());
                boolean same = story.get(a).equals(story.get(b));
                if (one) grouped++;
                if (same) labelled++;
                if (one && same) both++;
            }
        return 2.0 * both / (grouped + labelled);
    }
}
