package kr.madang.approvals.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The content words of a Korean text (핵심 낱말): particles and endings stripped, words of form left out. */
final class Stems {
    private static final Pattern WORD = Pattern.compile("[가-힣]{2,20}|[A-Za-z][A-Za-z0-9]{1,20}");
    /** Longer ones first, so that 에서는 goes before 는. */
    private static final List<String> PARTICLES = List.of(
            "으로부터", "에서부터", "에게서", "으로서", "으로써", "에서는", "에서도", "까지의", "부터의", "에서의", "으로의", "이라고", "에게는", "에서", "에게",
            "으로", "로서", "로써", "부터", "까지", "보다", "처럼", "마다", "조차", "마저", "이나", "이며", "이고", "라고", "하시기", "하여", "하고", "하는",
            "하며", "하기", "했던", "된다", "되는", "되어", "됩니다", "합니다", "입니다", "한다", "하게", "에는", "에도", "에만", "과의", "와의", "은", "는",
            "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만", "및");

    private static final Set<String> FORM = Set.of(
            "붙임", "관련", "다음", "아래", "같이", "바랍니다", "주시기", "바라며", "위하여", "대하여", "따라", "통하여", "관하여", "경우", "사항", "내용",
            "있습니다", "없습니다", "그리고", "또는", "따른", "위한", "대한", "관한", "각각", "해당", "기타", "이상", "이하", "미만", "협조", "제출", "알려",
            "드리니", "드립니다", "통보", "시행", "결과", "계획", "개최", "추진", "하고자", "하오니", "있는", "없는", "모든", "우리", "귀하", "귀과", "부서",
            "제목", "수신", "경유", "참조", "호와", "오전", "오후", "금액", "기준");

    private Stems() {}

    static List<String> of(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> stem(found.group()))
                .filter(stem -> stem.length() >= 2 && !FORM.contains(stem))
                .toList();
    }

    /** Two syllables at least stay, so that 회의 keeps its 의. */
    private static String stem(String word) {
        if (FORM.contains(word)) return "";
        for (var particle : PARTICLES)
            if (word.endsWith(particle) && word.length() - particle.length() >= 2)
                return word.substring(0, word.length() - particle.length());
        return word;
    }
}
