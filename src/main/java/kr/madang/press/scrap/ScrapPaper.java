package kr.madang.press.scrap;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kr.madang.kernel.Korean;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.press.Tier;
import kr.madang.press.licences.Decision;

/** The scrap on paper (스크랩 인쇄본): a front page with the day, counts by class and the headline, then the articles by section. */
public final class ScrapPaper {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M. d. HH:mm").withZone(ZoneId.of("Asia/Seoul"));

    /** The words of message keys, for a paper is printed in Korean whoever publishes it. */
    public interface Speech {
        String say(String code, Object... args);
    }

    private final Speech speech;

    public ScrapPaper(Speech speech) {
        this.speech = speech;
    }

    /** @param version which; from the second on the paper says so */
    public PrintedDocument of(Edition edition, int version, List<Shown> items) {
        var day = edition.day();
        var blocks = new ArrayList<Block>();
        front(edition, items, blocks);
        var sections = items.stream()
                .collect(Collectors.groupingBy(s -> s.item().section(), LinkedHashMap::new, Collectors.toList()));
        int number = 0;
        blocks.add(new Block.PageBreak());
        for (var section : sections.entrySet()) {
            blocks.add(new Block.Heading(
                    1, "", section.getKey(), section.getValue().size() + "건"));
            for (var shown : section.getValue()) item(shown, ++number, blocks);
        }
        var weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.KOREAN);
        return new PrintedDocument(
                (edition.holiday() ? "일일 언론 스크랩 (연휴판)" : "일일 언론 스크랩") + (version > 1 ? "\n" + version + "판" : ""),
                Korean.date(day) + "(" + weekday + ")",
                WHEN.format(edition.since()) + " ~ " + WHEN.format(edition.until()),
                "홍보미디어과",
                day,
                false,
                blocks);
    }

    private void front(Edition edition, List<Shown> items, List<Block> blocks) {
        if (!edition.headline().isBlank()) blocks.add(new Block.Lead(text(edition.headline())));
        var counts = new EnumMap<Tier, Long>(Tier.class);
        for (var tier : Tier.values())
            counts.put(tier, items.stream().filter(s -> s.item().tier() == tier).count());
        var head = new ArrayList<Block.Cell>(List.of(cell("계", true)));
        var row = new ArrayList<Block.Cell>(List.of(number(items.size())));
        counts.forEach((tier, count) -> {
            head.add(cell(speech.say(tier.code()), true));
            row.add(number(count));
        });
        blocks.add(new Block.Table(
                "매체 구분별 건수", "(단위: 건)", List.of(1, 2, 2, 2, 2), 1, List.of(new Block.Row(head), new Block.Row(row))));
        long own = items.stream().filter(s -> s.item().own()).count();
        blocks.add(new Block.Line(Block.Marker.CIRCLE, text("우리 구 보도자료에서 나온 기사 " + own + "건")));
        long closed = items.stream().filter(s -> !s.open()).count();
        if (closed > 0)
            blocks.add(new Block.Line(Block.Marker.NOTE, text("인쇄를 허락받지 않은 매체의 기사 " + closed + "건은 제목과 주소만 실었습니다.")));
    }

    private void item(Shown shown, int number, List<Block> blocks) {
        var item = shown.item();
        blocks.add(new Block.Line(Block.Marker.SQUARE, List.of(new Inline.Text(number + ". " + item.title(), true))));
        var from = Arrays.asList(item.outletName(), item.place(), item.reporter(), when(item.publishedAt())).stream()
                .filter(w -> !w.isBlank())
                .collect(Collectors.joining(" · "));
        blocks.add(new Block.Line(Block.Marker.DASH, text(from)));
        if (item.withdrawn()) {
            blocks.add(new Block.Line(Block.Marker.NOTE, text("뺀 기사: " + item.withdrawnWhy())));
            return;
        }
        if (!shown.open() && !item.url().isEmpty()) blocks.add(new Block.Line(Block.Marker.DASH, text(item.url())));
        if (!shown.open()) blocks.add(new Block.Line(Block.Marker.NOTE, text(why(shown.decision()))));
        else
            shown.text()
                    .lines()
                    .filter(l -> !l.isBlank())
                    .forEach(l -> blocks.add(new Block.Line(Block.Marker.PLAIN, text(l.strip()))));
    }

    private String why(Decision decision) {
        return speech.say(decision.code(), decision.args().toArray());
    }

    private static String when(Instant at) {
        return WHEN.format(at);
    }

    private static List<Inline> text(String words) {
        return List.of(Inline.Text.of(words));
    }

    private static Block.Cell cell(String words, boolean header) {
        return new Block.Cell(text(words), 1, 1, Block.Align.CENTER, header, null);
    }

    private static Block.Cell number(long count) {
        var number = new Inline.Number(null, BigDecimal.valueOf(count), Korean.number(count));
        return new Block.Cell(List.of(number), 1, 1, Block.Align.RIGHT, false, null);
    }
}
