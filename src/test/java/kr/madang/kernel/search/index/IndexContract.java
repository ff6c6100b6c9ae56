package kr.madang.kernel.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.search.Document;
import kr.madang.kernel.search.korean.Analyser;
import kr.madang.kernel.search.korean.Safety;
import kr.madang.kernel.search.korean.SafetyTests;
import kr.madang.kernel.search.korean.Synonyms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every index does, wherever it stands. */
abstract class IndexContract {
    private static final Instant DAY = Instant.parse("2026-03-02T01:00:00Z");

    Analyser analyser;
    Synonyms synonyms;
    Index index;

    abstract Index fresh() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        analyser = new Analyser(SafetyTests.shipped());
        synonyms = Synonyms.of(List.of(List.of("누리집", "홈페이지"), List.of("주민센터", "행정복지센터", "동사무소")), analyser);
        index = fresh();
    }

    @AfterEach
    void end() throws Exception {
        index.close();
    }

    static UUID id(int n) {
        return new UUID(7, n);
    }

    Document document(int n, String title, String text, String... readers) {
        return new Document(
                id(n),
                title,
                text,
                Set.of("홍보미디어과-" + n),
                Map.of("status", List.of(n % 2 == 0 ? "완료" : "진행"), "unit", List.of("홍보미디어과")),
                DAY.plusSeconds(86_400L * n),
                "/x/" + n,
                readers.length == 0 ? Set.of("all") : Set.of(readers));
    }

    void put(Document... documents) throws Exception {
        put("test.paper", documents);
    }

    void put(String kind, Document... documents) throws Exception {
        var entries = new ArrayList<Entry>();
        for (var document : documents) entries.add(Entry.of(kind, document, analyser));
        index.put(entries);
        index.show();
    }

    Ask ask(String text, String... readers) {
        var may = new java.util.HashSet<String>();
        for (var reader : readers.length == 0 ? new String[] {"all"} : readers) {
            may.add(Entry.reader("test.paper", reader));
            may.add(Entry.reader("test.other", reader));
        }
        var plan = Reading.of(text, analyser, synonyms);
        return new Ask(plan, Ask.code(text, plan), may, Set.of(), Set.of(), null, null, false, 0, 20);
    }

    List<Integer> found(String text, String... readers) throws Exception {
        return numbers(index.find(ask(text, readers)).keys());
    }

    static List<Integer> numbers(Collection<String> keys) {
        return keys.stream()
                .map(key -> (int)
                        UUID.fromString(key.substring(key.lastIndexOf(':') + 1)).getLeastSignificantBits())
                .toList();
    }

    @Test
    void theSafetyListHolds() throws Exception {
        var cases = Safety.cases();
        for (int i = 0; i < cases.size(); i++) put(document(i, cases.get(i).text(), ""));
        for (int i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            var ask = ask(one.query() + " ");
            var wide = new Ask(ask.plan(), "", ask.readers(), Set.of(), Set.of(), null, null, false, 0, 200);
            assertThat(numbers(index.find(wide).keys()).contains(i))
                    .as(one.toString())
                    .isEqualTo(one.found());
        }
    }

    @Test
    void wordsPhrasesInitialsBeginningsAndExclusionsFind() throws Exception {
        put(
                document(1, "영등포구 도서관 새 단장", "선유도서관과 대림도서관이 새로 문을 엽니다."),
                document(2, "도서관 휴관 안내", "문래도서관은 월요일에 휴관합니다."),
                document(3, "홍보 계획", "구정 홍보를 위한 연간 계획입니다."),
                document(4, "계획 홍보", "계획을 널리 홍보합니다."),
                document(5, "꿈나무영등포 발행", "어린이 신문 봄호"));
        assertThat(found("도서관")).containsExactlyInAnyOrder(1, 2);
        assertThat(found("도서관이 ")).as("with a particle").containsExactlyInAnyOrder(1, 2);
        assertThat(found("도서관 -휴관")).containsExactly(1);
        assertThat(found("-도서관")).containsExactlyInAnyOrder(3, 4, 5);
        assertThat(found("\"홍보 계획\"")).containsExactly(3);
        assertThat(found("홍보 계획")).containsExactlyInAnyOrder(3, 4);
        assertThat(found("ㅇㄷㅍ")).containsExactlyInAnyOrder(1);
        assertThat(found("ㅇㄷㅍ 도서관")).containsExactly(1);
        assertThat(found("ㄲㄴㅁ")).containsExactly(5);
        assertThat(found("꿈나ㅁ")).containsExactly(5);
        assertThat(found("꿈나")).as("typed in part").containsExactly(5);
        assertThat(found("꿈나 ")).as("a blank ends the word").isEmpty();
        assertThat(found("나무")).isEmpty();
    }

    @Test
    void theTitleWeighsMoreAndDatesSortOnWish() throws Exception {
        put(
                document(1, "청년 축제", "본문"),
                document(2, "구정 소식", "가을 축제 안내와 여러 소식을 함께 전합니다. 도로 공사도 있습니다."),
                document(3, "구정 소식", "봄 축제 안내와 여러 소식을 함께 전합니다. 도로 공사도 있습니다."));
        assertThat(found("축제")).startsWith(1);
        var ask = ask("축제");
        var newest = new Ask(ask.plan(), "", ask.readers(), Set.of(), Set.of(), null, null, true, 0, 20);
        assertThat(numbers(index.find(newest).keys())).containsExactly(3, 2, 1);
        var second = new Ask(ask.plan(), "", ask.readers(), Set.of(), Set.of(), null, null, true, 1, 1);
        assertThat(numbers(index.find(second).keys())).containsExactly(2);
        assertThat(index.find(second).total()).isEqualTo(3);
        var days = new Ask(
                ask.plan(),
                "",
                ask.readers(),
                Set.of(),
                Set.of(),
                DAY.plusSeconds(2 * 86_400),
                DAY.plusSeconds(3 * 86_400),
                true,
                0,
                20);
        assertThat(numbers(index.find(days).keys())).containsExactly(2);
    }

    @Test
    void wordsThatMeanTheSameFindEachOther() throws Exception {
        put(document(1, "누리집 개편", ""), document(2, "당산1동 행정복지센터 이전", ""), document(3, "홈페이지 점검", ""));
        assertThat(found("홈페이지 ")).containsExactlyInAnyOrder(3, 1);
        assertThat(found("주민센터 ")).containsExactly(2);
        assertThat(found("\"홈페이지\"")).as("quoted, it is only itself").containsExactly(3);
    }

    @Test
    void aNumberFindsItsPaperFirst() throws Exception {
        put(document(1, "홍보미디어과-12 관련", "홍보미디어과-12호"), document(12, "다른 제목", "다른 글"));
        assertThat(found("홍보미디어과-12")).startsWith(12).contains(1);
        assertThat(found("홍보미디어과 - 12")).contains(12);
    }

    @Test
    void nobodyFindsOrCountsWhatIsNotForHim() throws Exception {
        put(document(1, "축제 하나", "", "a"), document(2, "축제 둘", "", "b"), document(3, "축제 셋", "", "a", "b"));
        put("test.other", document(4, "축제 넷", "", "b"));
        assertThat(found("축제", "a")).containsExactlyInAnyOrder(1, 3);
        assertThat(found("축제", "b")).containsExactlyInAnyOrder(2, 3, 4);
        assertThat(found("축제", "c")).isEmpty();
        var mine = index.find(ask("축제", "a"));
        assertThat(mine.total()).isEqualTo(2);
        assertThat(mine.kinds()).isEqualTo(Map.of("test.paper", 2L));
        assertThat(mine.labels())
                .containsEntry(Entry.label("test.paper", "status", "진행"), 2L)
                .doesNotContainKey(Entry.label("test.paper", "status", "완료"));
        var nobody = new Ask(Plan.EVERYTHING, "", Set.of(), Set.of(), Set.of(), null, null, false, 0, 20);
        assertThat(index.find(nobody)).isEqualTo(Ask.Found.NOTHING);
    }

    @Test
    void narrowingByKindAndLabelKeepsTheCountsOfTheOtherKinds() throws Exception {
        put(document(1, "축제", ""), document(2, "축제", ""));
        put("test.other", document(3, "축제", ""));
        var all = ask("축제");
        var label = Set.of(Entry.label("test.paper", "status", "완료"));
        var narrow = new Ask(all.plan(), "", all.readers(), Set.of("test.paper"), label, null, null, false, 0, 20);
        var answer = index.find(narrow);
        assertThat(numbers(answer.keys())).containsExactly(2);
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.kinds()).isEqualTo(Map.of("test.paper", 2L, "test.other", 1L));
    }

    @Test
    void theNewestWritingCountsAndWhatIsGoneIsGone() throws Exception {
        put(document(1, "처음 제목", ""));
        put(document(1, "나중 제목", ""));
        assertThat(found("처음")).isEmpty();
        assertThat(found("나중")).containsExactly(1);
        assertThat(index.count()).isEqualTo(1);
        index.remove(List.of(Entry.key("test.paper", id(1).toString())));
        index.show();
        assertThat(found("나중")).isEmpty();
    }

    @Test
    void notesAreKeptWithTheDocuments() throws Exception {
        put(document(1, "제목", ""));
        index.keep(Map.of("floor", "77", "lexicon", "꿈나무영등포\n어르신소식지 어르신 소식지"));
        assertThat(index.notes().orElseThrow())
                .containsEntry("floor", "77")
                .containsEntry("lexicon", "꿈나무영등포\n어르신소식지 어르신 소식지");
    }

    @Test
    void wordsNearlyTheSameAreKnown() throws Exception {
        put(document(1, "영등포 도서관", "주차장 안내"));
        assertThat(index.near("도사관", 5)).contains("도서관");
        assertThat(index.near("주차창", 5)).contains("주차장");
    }

    @Test
    void whateverIsTypedHasAnAnswer() throws Exception {
        put(document(1, "영등포 도서관", "비급여 진료비"));
        for (var typed : hostile())
            assertThatCode(() -> index.find(ask(typed))).as(shown(typed)).doesNotThrowAnyException();
    }

    private static String shown(String typed) {
        return typed.length() > 60 ? typed.substring(0, 60) + "… " + typed.length() : typed;
    }

    static List<String> hostile() {
        var typed = new ArrayList<>(List.of(
                "",
                " ",
                "\"",
                "\"\"",
                "\"\"\"\"\"",
                "\"끝나지 않는",
                "-",
                "--",
                "- -",
                "-\"",
                "-\"\"",
                "-ㅇㄷㅍ",
                "(((",
                "a AND (b OR",
                "title:*",
                "*",
                "?",
                "[* TO *]",
                "field:\"x\"~1000000",
                "/.*/",
                "\\",
                "\\u0000",
                "\0",
                "\u0007\u001b[31m",
                "ㄱ",
                "ㅏㅏㅏ",
                "ㅋㅋㅋㅋ",
                "<script>alert(1)</script>",
                "' or 1=1 --",
                "${jndi:ldap://x}",
                "%00",
                "\uD800",
                "\uDFFF\uD800",
                "\u202e영등포",
                "👨‍👩‍👧‍👦",
                "한".repeat(100_000),
                "ㅇ".repeat(5_000),
                "ㅇㄷㅍ ".repeat(3_000),
                "-가 ".repeat(10_000),
                "\"".repeat(20_001),
                "가나 ".repeat(10_000),
                "a".repeat(1_000_000),
                "[가-힣]{1,1000}",
                "영등포".repeat(40),
                "\u1112\u1161\u11ab",
                "가\u0301\u0301\u0301"));
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--)
                text.append((char)
                        (random.nextInt(4) == 0
                                ? random.nextInt(0x10000)
                                : "ㅇㄷ가도서관 \"-()*?[]{}\\/ㅏ1a".charAt(random.nextInt(22))));
            typed.add(text.toString());
        }
        return typed;
    }
}
