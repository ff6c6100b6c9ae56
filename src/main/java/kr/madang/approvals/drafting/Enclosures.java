package kr.madang.approvals.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.madang.approvals.text.Parts;

/** Compares what the text says is attached (붙임 표시) with the files that are: a drafter forgets one more easily than the other. */
public final class Enclosures {
    private static final Pattern MARK = Pattern.compile("^[\\s\\u3000]*붙 ?임[\\s\\u3000:：]*");
    private static final Pattern NUMBER = Pattern.compile("^[\\s\\u3000\\u00a0]*\\d{1,2}\\.[\\s\\u3000\\u00a0]*");
    private static final Pattern COPIES = Pattern.compile("\\s*\\d+ ?부\\.?\\s*$");
    private static final Pattern END = Pattern.compile("\\s*끝\\.?\\s*$");
    private static final Pattern APART = Pattern.compile("[\\s\\p{Punct}·]");

    /** What does not fit, as the key of a sentence and what fills it. */
    public record Mismatch(String code, List<Object> args) {
        static Mismatch of(String code, Object... args) {
            return new Mismatch(code, List.of(args));
        }
    }

    private Enclosures() {}

    /** @param files names of the files in their order */
    public static List<Mismatch> check(String text, List<String> files) {
        var named = named(text);
        if (named.isEmpty() && files.isEmpty()) return List.of();
        if (files.isEmpty()) return List.of(Mismatch.of("approvals.enclosure.none", named.size()));
        if (named.isEmpty()) return List.of(Mismatch.of("approvals.enclosure.unnamed", files.size()));
        var found = new ArrayList<Mismatch>();
        if (named.size() != files.size())
            found.add(Mismatch.of("approvals.enclosure.count", named.size(), files.size()));
        for (var name : named)
            if (files.stream().noneMatch(file -> alike(name, file)))
                found.add(Mismatch.of("approvals.enclosure.unlike", name));
        return found;
    }

    /** What the text lists, without mark, number and copies. */
    static List<String> named(String text) {
        var named = new ArrayList<String>();
        for (var line : Parts.of(text).attachments()) {
            var marked = MARK.matcher(line).replaceFirst("");
            var bare = NUMBER.matcher(marked).replaceFirst("");
            var name = COPIES.matcher(END.matcher(bare).replaceFirst(""))
                    .replaceFirst("")
                    .strip();
            boolean goesOn = !named.isEmpty() && bare.equals(marked) && marked.equals(line);
            if (goesOn) named.add(named.removeLast() + " " + name);
            else if (!name.isEmpty()) named.add(name);
        }
        return named;
    }

    private static boolean alike(String name, String file) {
        int dot = file.lastIndexOf('.');
        var bare = bare(dot > 0 ? file.substring(0, dot) : file);
        var said = bare(name);
        return !bare.isEmpty() && (bare.contains(said) || said.contains(bare));
    }

    private static String bare(String name) {
        return APART.matcher(name).replaceAll("");
    }
}
