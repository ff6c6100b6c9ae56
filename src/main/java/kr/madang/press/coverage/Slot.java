package kr.madang.press.coverage;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/** What names an article that has no address (지면·방송 식별). */
final class Slot {
    private Slot() {}

    static String of(Found found, String title) {
        return found.kind() == Kind.BROADCAST
                ? "%s|%s|%s|%s".formatted(found.kind(), found.outlet(), plain(found.programme()), found.at())
                : "%s|%s|%s|%s|%s"
                        .formatted(
                                found.kind(),
                                found.outlet(),
                                LocalDate.ofInstant(found.at(), Article.SEOUL),
                                plain(found.page()),
                                plain(title));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
