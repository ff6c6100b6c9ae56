package kr.madang.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kr.madang.kernel.seed.Draw;
import kr.madang.press.alike.Piece;
import kr.madang.press.coverage.demo.Reprint;
import kr.madang.press.coverage.demo.Told;

/**
 * Articles of which is known what story they tell (정답이 있는 기사): reprints edited from hardly to heavily, dressed as outlets dress them, and programs that
 * come again weeks later with other places and numbers.
 */
final class Labelled {
    private static final List<String> TAILS = List.of(
            "",
            "",
            "\n저작권자 ⓒ 시험신문 무단전재 및 재배포 금지",
            "\nCopyright © 시험뉴스. All rights reserved.",
            "\n%s 기자 desk@paper.example");

    private record One(int story, String title, String text, Instant at) {}

    private final List<One> all = new ArrayList<>();
    private int stories;

    static Labelled of(String seed, int count) {
        var made = new Labelled();
        var draw = new Draw(seed);
        var at = Instant.parse("2023-01-02T00:00:00Z");
        while (made.all.size() < count) {
            var told = Told.of(draw, made.stories, at);
            int reprints = Math.min(count - made.all.size(), draw.between(1, 4) * draw.between(1, 8));
            for (int i = 0; i < reprints; i++) made.add(told, draw);
            made.stories++;
            at = at.plus(Duration.ofHours(draw.between(4, 22)));
        }
        return made;
    }

    private void add(Told told, Draw draw) {
        var reprint = Reprint.of(told, draw, draw.between(0, 75) / 100.0);
        var byline = draw.chance(0.4) ? "[영등포=%s] ".formatted(reprint.reporter()) : "";
        var tail = draw.pick(TAILS).formatted(draw.name());
        all.add(new One(stories, reprint.title(), byline + reprint.lead() + tail, reprint.at()));
    }

    interface Same {
        boolean of(int a, int b);
    }

    /** Of all pairs: how well those taken for one story are one. */
    double f1(Same same) {
        long both = 0;
        long taken = 0;
        long labelled = 0;
        for (int i = 0; i < all.size(); i++)
            for (int j = 0; j < i; j++) {
                boolean said = same.of(i, j);
                boolean is = all.get(i).story() == all.get(j).story();
                if (said) taken++;
                if (is) labelled++;
                if (said && is) both++;
            }
        return taken + labelled == 0 ? 1 : 2.0 * both / (taken + labelled);
    }

    /** Made anew each time: fingerprints are part of the work. */
    List<Piece> pieces() {
        return IntStream.range(0, all.size())
                .mapToObj(i -> CoverageBench.piece(i, title(i), text(i), at(i)))
                .toList();
    }

    int size() {
        return all.size();
    }

    int stories() {
        return stories;
    }

    String title(int i) {
        return all.get(i).title();
    }

    String text(int i) {
        return all.get(i).text();
    }

    Instant at(int i) {
        return all.get(i).at();
    }

    Instant first() {
        return all.stream().map(One::at).min(Instant::compareTo).orElseThrow();
    }

    Instant last() {
        return all.stream().map(One::at).max(Instant::compareTo).orElseThrow();
    }
}
