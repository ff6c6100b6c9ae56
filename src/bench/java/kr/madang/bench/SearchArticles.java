package kr.madang.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.search.Document;
import kr.madang.kernel.search.index.Entry;
import kr.madang.kernel.search.korean.Analyser;
import kr.madang.kernel.search.korean.Eojeols;

/**
 * Made-up articles of a district, some 745 letters long as the real ones are. Each sentence speaks of one subject in one of its spellings, so
 * that it is known which articles a question should find.
 */
final class SearchArticles {
    static final String KIND = "bench.article";
    private static final int POOL = 40_000;
    private static final int SENTENCES = 13;
    /** Most articles speak of something else than what is looked for: one in so many is about a given subject. */
    private static final int OTHERS = 180;

    /** What people look for, and how it is written. Opposites are subjects of their own. */
    record Subject(String question, List<String> spellings) {}

    static final List<Subject> SUBJECTS = List.of(
            subject("불법 주정차", "불법 주정차", "불법주정차"),
            subject("비급여 진료", "비급여 진료", "비급여진료"),
            subject("요양급여", "요양급여", "요양 급여"),
            subject("미지급 임금", "미지급 임금", "미지급임금"),
            subject("보조금 지급", "보조금 지급", "보조금의 지급"),
            subject("비정규직 처우", "비정규직 처우", "비정규직의 처우"),
            subject("도서관 휴관", "도서관 휴관", "도서관의 휴관"),
            subject("꿈나무영등포", "꿈나무영등포"),
            subject("어르신소식지", "어르신소식지"),
            subject("주민참여예산", "주민참여예산", "주민 참여 예산"),
            subject("찾아가는 복지", "찾아가는 복지", "찾아가는복지"),
            subject("청년 창업", "청년 창업", "청년창업"),
            subject("안심 귀가", "안심 귀가", "안심귀가"),
            subject("벚꽃 축제", "벚꽃 축제", "벚꽃축제"),
            subject("미세먼지 저감", "미세먼지 저감", "미세먼지저감"),
            subject("반려동물 등록", "반려동물 등록", "반려동물등록"),
            subject("음식물 쓰레기", "음식물 쓰레기", "음식물쓰레기"),
            subject("신청사 건립", "신청사 건립", "신청사의 건립"));

    private static final List<String> PLACES = List.of(
            "여의동", "당산1동", "당산2동", "도림동", "문래동", "양평1동", "신길1동", "신길6동", "대림1동", "대림3동", "영등포본동", "안양천", "선유도공원",
            "문래창작촌");
    private static final List<String> ENDINGS = List.of(
            " 관련 주민 설명회를 열고 의견을 들었다고 밝혔다.",
            " 사업을 올해 안에 마무리할 계획이라고 설명했다.",
            "에 대한 주민들의 관심이 높아지고 있다고 전했다.",
            " 안내문을 각 가정에 배부하고 누리집에도 실었다.",
            "을 두고 전문가와 담당 부서가 머리를 맞댔다.",
            " 지원 대상을 지난해보다 크게 늘리기로 했다.");
    private static final List<String> OPENINGS =
            List.of("구는 ", "구청장은 ", "담당 부서는 ", "주민자치회는 ", "관계자는 ", "이번 행사에서는 ", "올봄부터 ", "지난주 ");

    private static final List<String> FIRST = List.of(
            "평생학습", "골목상권", "보행환경", "작은공원", "돌봄교실", "재활용", "생활체육", "건강검진", "하천", "전통시장", "일자리", "공유주차", "마을버스", "문화예술",
            "어린이집");
    private static final List<String> SECOND =
            List.of("활성화", "개선", "점검", "확대", "운영", "상담", "공모", "정비", "체험", "강좌", "행사", "조성", "보수", "모집", "홍보");

    private record Sentence(String text, int subject) {}

    /** What a sentence leaves in the index; cut once, however often it stands in an article. */
    private record Cut(List<String> tokens, Set<String> starts) {}

    private final List<Sentence> pool = new ArrayList<>();
    /** Numbers of the sentences on each subject; last those on none. */
    private final List<List<Integer>> bySubject = new ArrayList<>();

    private final List<Cut> cuts = new ArrayList<>();

    SearchArticles() {
        var random = new Random(2026);
        for (int i = 0; i <= SUBJECTS.size(); i++) bySubject.add(new ArrayList<>());
        for (int i = 0; i < POOL; i++) {
            pool.add(sentence(random, i));
            bySubject.get(pool.getLast().subject()).add(i);
        }
    }

    private static Subject subject(String question, String... spellings) {
        return new Subject(question, List.of(spellings));
    }

    /** Names nobody else has keep the vocabulary growing, as that of real articles does. */
    private static Sentence sentence(Random random, int number) {
        boolean none = random.nextInt(4) > 0;
        int subject = none ? SUBJECTS.size() : random.nextInt(SUBJECTS.size());
        var spellings = none
                ? List.of(any(random, FIRST) + " " + any(random, SECOND))
                : SUBJECTS.get(subject).spellings();
        var text = any(random, OPENINGS) + any(random, PLACES) + "에서 " + name(number) + " 모임과 함께 "
                + any(random, spellings) + any(random, ENDINGS);
        return new Sentence(text, subject);
    }

    private static String name(int number) {
        return "" + (char) ('가' + number * 31 % 11_000) + (char) ('가' + number * 17 % 11_000) + "마루" + number % 97;
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int[] sentences(int article) {
        var random = new Random(article * 31L + 5);
        int about = random.nextInt(SUBJECTS.size() + OTHERS);
        int[] sentences = new int[SENTENCES];
        for (int i = 0; i < SENTENCES; i++) {
            var from = about < SUBJECTS.size() && i % 3 == 0 ? bySubject.get(about) : bySubject.getLast();
            sentences[i] = from.get(random.nextInt(from.size()));
        }
        return sentences;
    }

    /** The subjects an article speaks of. */
    Set<Integer> subjects(int article) {
        var subjects = new HashSet<Integer>();
        for (int sentence : sentences(article)) subjects.add(pool.get(sentence).subject());
        subjects.remove(SUBJECTS.size());
        return subjects;
    }

    Document document(int article) {
        var sentences = sentences(article);
        var text = new StringBuilder();
        for (int i = 1; i < sentences.length; i++)
            text.append(pool.get(sentences[i]).text()).append(' ');
        return new Document(
                new UUID(3, article),
                pool.get(sentences[0]).text(),
                text.toString(),
                Set.of(),
                labels(article),
                Instant.ofEpochSecond(1_600_000_000L + article * 60L),
                "/a/" + article,
                Set.of("all"));
    }

    private static Map<String, List<String>> labels(int article) {
        return Map.of("tier", List.of("tier" + article % 4), "outlet", List.of("outlet" + article % 60));
    }

    /** Cuts every sentence once; an article made of them has the tokens it would have if it were cut as a whole. */
    void cut(Analyser analyser) {
        cuts.addAll(pool.parallelStream()
                .map(sentence -> {
                    var tokens = analyser.words(sentence.text());
                    var starts = new LinkedHashSet<>(Eojeols.of(sentence.text()));
                    starts.addAll(tokens);
                    return new Cut(tokens, starts);
                })
                .toList());
    }

    Entry entry(int article) {
        var sentences = sentences(article);
        var text = new ArrayList<String>();
        var starts = new LinkedHashSet<String>();
        for (int i = 0; i < sentences.length; i++) {
            var cut = cuts.get(sentences[i]);
            starts.addAll(cut.starts());
            if (i > 0) text.addAll(cut.tokens());
        }
        var labels = new HashSet<String>();
        labels(article).forEach((name, values) -> labels.add(Entry.label(KIND, name, values.getFirst())));
        return new Entry(
                Entry.key(KIND, new UUID(3, article).toString()),
                KIND,
                cuts.get(sentences[0]).tokens(),
                text,
                Set.of(),
                starts,
                labels,
                Set.of(Entry.reader(KIND, "all")),
                1_600_000_000_000L + article * 60_000L);
    }
}
