package kr.madang.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kr.madang.approvals.card.Flaw;
import kr.madang.approvals.delegation.Amounts;
import kr.madang.approvals.delegation.DelegationTable;
import kr.madang.approvals.delegation.Entry;
import kr.madang.approvals.delegation.Position;
import kr.madang.approvals.text.Check;
import kr.madang.approvals.text.Writing;
import org.junit.jupiter.api.Test;

/** Every code this room says has its sentence, and what it says beside the code fills the sentence. */
class WordsOfApprovalsTests {
    private static final Pattern CODE = Pattern.compile("\"(approvals\\.[a-z]+(?:\\.[a-z]+)+)\"");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String EVERY_FAULT = """
            제목  알림
            2. 하나  2026-11-21 오후 3시 25:00
            2. 거듭 2026. 2. 30. 2026. 11. 21.(일)
            4.빠짐 금5,000원 금5,000원(금육천원) 금 5,000원(금오천원) 금99,999,999,999,999,999원
                1) 깊음
               가. 하나뿐
            끝.
            더 있음
            붙임: 1. 가
            3. 나 1부
            """;

    @Test
    void everyCodeHasItsSentence() throws IOException {
        var said = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/kr/madang/approvals"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList())
                CODE.matcher(Files.readString(file)).results().forEach(r -> said.add(r.group(1)));
        }
        assertThat(words().stringPropertyNames()).containsAll(said);
    }

    @Test
    void findingsFillTheirSentences() throws IOException {
        var words = words();
        var met = EnumSet.noneOf(Check.class);
        for (var text : List.of(
                EVERY_FAULT,
                EVERY_FAULT.replace("끝.\n더 있음\n", ""),
                "수신  가\n1. 하나",
                "수신  가\n제목  나\n다\n붙임  1. 라 1부.  끝",
                "다  끝.\n라  끝.\n1. 가\n  나. 나\n  나. 다")) {
            for (var finding : Writing.check(text)) {
                met.add(finding.check());
                assertThat(filled(words, finding.check().code(), finding.args()))
                        .doesNotContainPattern("\\{\\d");
            }
        }
        assertThat(EnumSet.complementOf(met)).as("checks that met no fault").isEmpty();
    }

    @Test
    void reasonsFillTheirSentences() throws IOException {
        var since = LocalDate.of(2024, 1, 1);
        var table = new DelegationTable(List.of(
                Entry.of("a", "계약", Amounts.below(100), Position.LEADER, "별표 1", since),
                new Entry("a", "계약", new Amounts(100, 200), Position.CHIEF, true, true, "별표 1", since, null),
                Entry.of("a", "계약", Amounts.from(300), Position.HEAD, "별표 1", since)));
        var said = new TreeSet<String>();
        for (var task : List.of("a", "a.b", "c"))
            for (long amount : List.of(50L, 150L, 250L, 350L))
                for (var reason : table.decide(task, amount, DAY).why()) {
                    said.add(reason.code());
                    assertThat(filled(words(), reason.code(), reason.args())).doesNotContainPattern("\\{\\d");
                }
        assertThat(said).hasSize((int) words().stringPropertyNames().stream()
                .filter(k -> k.startsWith("approvals.why."))
                .count());
    }

    @Test
    void flawsNameTheirLink() throws IOException {
        for (var flaw : Flaw.values())
            assertThat(filled(words(), flaw.code(), List.of(7))).contains("7");
    }

    private static String filled(Properties words, String code, List<Object> args) {
        return args.isEmpty()
                ? words.getProperty(code)
                : new MessageFormat(words.getProperty(code), Locale.KOREAN).format(args.toArray());
    }

    private static Properties words() throws IOException {
        var words = new Properties();
        try (var files = Files.newDirectoryStream(Path.of("src/main/resources/messages"), "approvals*.properties")) {
            for (var file : files)
                if (!file.toString().matches(".*_(en|ja)\\.properties"))
                    try (var in = Files.newBufferedReader(file)) {
                        words.load(in);
                    }
        }
        return words;
    }
}
