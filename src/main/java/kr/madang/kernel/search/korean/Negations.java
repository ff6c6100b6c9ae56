package kr.madang.kernel.search.korean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts prefixes that turn a word into its opposite back to the word (부정 접두사): 비+급여 is one token and no 급여. Where the syllable may as
 * well end the word before it (의료비 + 급여), only words known to be such opposites are put together.
 */
final class Negations {
    private static final String PREFIXES = "비불미무몰탈부반역";
    /** Those that mean no in front of nearly everything; 부 may also mean vice (부구청장), 반 half (반지하). */
    private static final String ALWAYS = "비불미무몰";

    private static final Set<String> KNOWN = Set.of(
            "비급여", "비정규", "비정규직", "비공개", "비과세", "비회원", "비상근", "비영리", "비대면", "비장애", "비주거", "불가능", "불공정", "불균형", "불만족",
            "불법", "불복", "불성실", "불수리", "불이행", "불인정", "불일치", "불합격", "불허가", "미납", "미등록", "미성년", "미신고", "미이행", "미완료", "미지급",
            "미착공", "미참여", "미처리", "미해결", "미허가", "무단", "무료", "무상", "무급", "무허가", "무면허", "무이자", "무자격", "부적격", "부적절", "부적합",
            "부정확", "부동의", "부결", "반부패", "반비례", "탈시설", "탈원전", "역차별");

    /** @param prefix cut off by Nori as a prefix, not as a word of its own */
    record Piece(Token token, boolean prefix) {}

    private Negations() {}

    static List<Token> join(List<Piece> pieces) {
        var joined = new ArrayList<Token>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            var token = pieces.get(i).token();
            if (i + 1 < pieces.size() && joins(pieces, i)) {
                var next = pieces.get(++i).token();
                token = new Token(token.text() + next.text(), token.start(), next.end());
            }
            joined.add(token);
        }
        return joined;
    }

    private static boolean joins(List<Piece> pieces, int at) {
        var prefix = pieces.get(at).token();
        var next = pieces.get(at + 1).token();
        if (prefix.text().length() != 1 || PREFIXES.indexOf(prefix.text().charAt(0)) < 0) return false;
        if (prefix.end() != next.start() || next.text().length() < 2) return false;
        if (KNOWN.contains(prefix.text() + next.text())) return true;
        boolean begins = at == 0 || pieces.get(at - 1).token().end() < prefix.start();
        return ALWAYS.indexOf(prefix.text().charAt(0)) >= 0
                && (begins || pieces.get(at).prefix());
    }
}
