package kr.madang.press.coverage.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.madang.kernel.document.PlainText;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Cuts pages into articles (지면 나누기). Lines set larger than the text around them are headlines; what follows until the next headline is
 * theirs. A person looks it over before anything is kept, so it may be wrong, but nothing may be lost.
 */
public final class Pages {
    private static final int MOST_PAGES = 60;
    private static final int MOST_CUTS = 200;
    private static final float LARGER = 1.3f;
    private static final int TITLE = 200;
    private static final int TEXT = 4_000;
    private static final Pattern BYLINE = Pattern.compile("(?:^|[\\s/=(])([가-힣]{2,4})\\s?기자(?![가-힣])");

    private Pages() {}

    /** @throws UnreadablePages when the file is no readable PDF, or holds pictures only */
    public static List<Cut> cut(byte[] file) throws UnreadablePages {
        try (var document = Loader.loadPDF(file)) {
            return cut(document);
        } catch (InvalidPasswordException e) {
            throw new UnreadablePages(UnreadablePages.Reason.LOCKED);
        } catch (IOException | RuntimeException e) {
            // the library throws whatever a hostile file makes it stumble over
            throw new UnreadablePages(UnreadablePages.Reason.BROKEN);
        }
    }

    private static List<Cut> cut(PDDocument document) throws IOException, UnreadablePages {
        if (document.getNumberOfPages() > MOST_PAGES) throw new UnreadablePages(UnreadablePages.Reason.LONG);
        var cuts = new ArrayList<Cut>();
        for (int page = 1; page <= document.getNumberOfPages(); page++)
            cuts.addAll(cut(page, Lines.of(document, page)));
        if (cuts.isEmpty()) throw new UnreadablePages(UnreadablePages.Reason.WORDLESS);
        return List.copyOf(cuts.subList(0, Math.min(cuts.size(), MOST_CUTS)));
    }

    static List<Cut> cut(int page, List<Lines.Line> lines) {
        float usual = usual(lines);
        var cuts = new ArrayList<Cut>();
        var title = new StringBuilder();
        var text = new StringBuilder();
        for (var line : lines) {
            boolean headline = line.size() >= usual * LARGER;
            if (headline && !text.isEmpty()) keep(page, title, text, cuts);
            (headline ? title : text).append(line.text()).append(headline ? ' ' : '\n');
        }
        keep(page, title, text, cuts);
        return cuts;
    }

    /** The size most letters have. */
    private static float usual(List<Lines.Line> lines) {
        var sizes = new java.util.TreeMap<Float, Integer>();
        for (var line : lines) sizes.merge(line.size(), line.text().length(), Integer::sum);
        return sizes.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(0f);
    }

    private static void keep(int page, StringBuilder title, StringBuilder text, List<Cut> cuts) {
        var body = cut(PlainText.clean(text.toString()).strip(), TEXT);
        var head = cut(PlainText.oneLine(title.toString()), TITLE);
        title.setLength(0);
        text.setLength(0);
        // page numbers and rules
        if ((head + body).chars().noneMatch(Character::isLetter)) return;
        var named = head.isBlank() ? cut(body.lines().findFirst().orElse(""), TITLE) : head;
        var byline = BYLINE.matcher(body);
        cuts.add(new Cut(page, named, body, byline.find() ? byline.group(1) : ""));
    }

    private static String cut(String words, int most) {
        if (words.length() <= most) return words;
        int end = Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most;
        return words.substring(0, end);
    }
}
