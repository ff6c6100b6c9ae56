package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.List;

/** Finds the column headings above a table that lost its cells (머리글 맞추기), even when letters are spaced out (예 산 액). */
final class FlatHeadings {
    private static final int REACH = 9;
    private static final List<String> KNOWN = List.of(
            "전년도예산액", "전년도예산", "금년도예산액", "예산현액", "최종예산액", "당초예산액", "예산액", "집행잔액", "집행액", "집행률", "집행율", "지출액", "지출률",
            "증(△)감액", "증(△)감", "증△감", "증감률", "증감율", "증감액", "증감", "구성비", "전년도", "금년도", "과부족", "정원", "현원", "목표", "실적",
            "달성률", "달성율", "진도율", "단가", "수량", "금액", "합계", "총계", "소계", "잔액", "비율", "비고", "누계", "평균", "계");
    private static final String SIDE = "구분|항목|.*명|부서|과목|기관|동별|내용|종류|분야|연도|년도|월|월별|유형|단위사업|세부사업|정책사업|재원|사업|구분별|분기";

    private FlatHeadings() {}

    /** Start and end of every word. */
    static List<int[]> words(String line) {
        List<int[]> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            if (at > start) {
                words.add(new int[] {start, at});
            }
        }
        return words;
    }

    /** Whether a line names two or more columns, so that another table begins. */
    static boolean heading(String line) {
        return split(plain(line)).stream()
                        .filter(word -> Meaning.of(word) != Meaning.PLAIN)
                        .count()
                >= 2;
    }

    static List<List<String>> of(List<String> lines, int first, int width, boolean[] decimals) {
        List<String> above = new ArrayList<>();
        for (int line = first - 1; line >= Math.max(0, first - REACH); line--) {
            String text = lines.get(line);
            int depth = Outline.depth(text);
            if (depth >= 20 && depth < 99 || text.length() > 120) {
                break;
            }
            if (text.isBlank() || text.strip().matches("[\\(\\[]\\s*단\\s*위.*[\\)\\]]")) {
                continue;
            }
            above.addFirst(text);
            List<String> found = match(above, width);
            if (!found.isEmpty()) {
                return found.stream().map(List::of).toList();
            }
        }
        List<List<String>> unknown = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            unknown.add(List.of(decimals[column] ? "률" : ""));
        }
        return unknown;
    }

    private static List<String> match(List<String> above, int width) {
        List<String> raw = new ArrayList<>();
        List<String> split = new ArrayList<>();
        for (String line : above) {
            List<String> words = words(line).stream()
                    .map(word -> line.substring(word[0], word[1]))
                    .toList();
            raw.addAll(words);
            split.addAll(split(words));
        }
        List<List<String>> readings = List.of(remarksJoined(split), remarksJoined(raw));
        for (List<String> reading : readings) {
            List<String> columns = withoutSide(reading);
            if (columns.size() == width) {
                return columns;
            }
        }
        return leaves(above, width);
    }

    /** 구분·계 in an upper row and the other columns in the lowest one. */
    private static List<String> leaves(List<String> above, int width) {
        if (above.size() < 2 || width < 3) {
            return List.of();
        }
        List<String> lowest = plain(above.getLast());
        if (lowest.size() != width - 1) {
            return List.of();
        }
        for (String line : above.subList(0, above.size() - 1)) {
            List<String> upper = withoutSide(split(plain(line)));
            boolean sided = upper.size() < split(plain(line)).size();
            if (sided && !upper.isEmpty() && Meaning.total(upper.getFirst())) {
                List<String> columns = new ArrayList<>(List.of("계"));
                columns.addAll(lowest);
                return columns;
            }
        }
        return List.of();
    }

    private static List<String> plain(String line) {
        return words(line).stream()
                .map(word -> line.substring(word[0], word[1]))
                .toList();
    }

    private static List<String> remarksJoined(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (String word : words) {
            if (word.matches("[\\(\\[].*[\\)\\]]") && !joined.isEmpty()) {
                joined.set(joined.size() - 1, joined.getLast() + word);
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    private static List<String> withoutSide(List<String> words) {
        return !words.isEmpty() && Plain.tight(words.getFirst()).matches(SIDE) ? words.subList(1, words.size()) : words;
    }

    /** Joins spaced letters and cuts what was joined at known headings: 예 산 액 집 행 액 → 예산액, 집행액. */
    private static List<String> split(List<String> words) {
        List<String> out = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
                letters.append(word);
                continue;
            }
            cut(letters, out);
            boolean prior = word.equals("예산액") || word.equals("예산");
            if (prior && !out.isEmpty() && out.getLast().matches("전년도?|금년도?|당초|최종")) {
                out.set(out.size() - 1, out.getLast() + word);
            } else {
                out.add(word);
            }
        }
        cut(letters, out);
        return out;
    }

    private static void cut(StringBuilder letters, List<String> out) {
        String rest = letters.toString();
        letters.setLength(0);
        StringBuilder unknown = new StringBuilder();
        while (!rest.isEmpty()) {
            String text = rest;
            String known = KNOWN.stream().filter(text::startsWith).findFirst().orElse("");
            if (known.isEmpty()) {
                unknown.append(rest.charAt(0));
                rest = rest.substring(1);
                continue;
            }
            if (!unknown.isEmpty()) {
                out.add(unknown.toString());
                unknown.setLength(0);
            }
            out.add(known);
            rest = rest.substring(known.length());
        }
        if (!unknown.isEmpty()) {
            out.add(unknown.toString());
        }
    }
}
