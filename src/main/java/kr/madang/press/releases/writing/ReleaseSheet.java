package kr.madang.press.releases.writing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Korean;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.Photograph;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.Sheet.Line;
import kr.madang.kernel.document.Sheet.Style;

/** A release as a document (보도자료 문서), from which its page, PDF, HWPX and letter are made, so that all say the same. */
public final class ReleaseSheet {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int DEEP = 4;

    /**
     * What stands around the words of a release.
     *
     * @param office the office that speaks, e.g. {@code 마당구청}
     * @param number e.g. {@code 2023-258}; empty before it has one
     * @param out when it goes or went out
     * @param correction whether it stands in the place of an older version
     * @param link page of the release in the newsroom; empty when there is none yet
     */
    public record Around(String office, String number, Instant out, boolean correction, String link) {}

    private ReleaseSheet() {}

    /**
     * @param pictures of the photos, as far as they can be printed
     * @param draft what stands at the foot of every page while it may not go out; empty once it may
     */
    public static Sheet of(
            Content content, List<Photo> photos, Map<UUID, Photograph> pictures, Around around, String draft) {
        var parts = new ArrayList<Sheet.Part>();
        parts.add(Line.of(Style.MAST, around.office() + " 보도자료"));
        if (around.correction()) parts.add(Line.of(Style.NOTE, "정정: " + content.change()));
        parts.add(new Sheet.Table(head(content, around), true));
        parts.add(Line.of(Style.TITLE, content.title()));
        for (var line : content.subtitles()) parts.add(new Line(Style.BODY, "", "- " + line, 0, DEEP));
        for (var paragraph : content.paragraphs()) parts.add(new Line(Style.BODY, "", paragraph, DEEP, 0));
        var facts = content.factList();
        if (!facts.isEmpty()) parts.add(new Sheet.Table(facts(facts), true));
        for (var photo : photos) {
            var picture = pictures.get(photo.id());
            if (picture != null) parts.add(new Sheet.Picture(picture, photo.caption()));
            parts.add(new Line(Style.BODY, "사진", caption(photo), 0, DEEP));
        }
        parts.add(Line.of(Style.FOOT, foot(around)));
        var day = around.out().atZone(SEOUL).toLocalDate();
        return new Sheet(content.title(), around.office(), day, draft, parts);
    }

    private static String caption(Photo photo) {
        var by = photo.credit().isBlank() ? "" : " (제공: " + photo.credit() + ")";
        return photo.caption() + by + " · " + photo.rights().printed();
    }

    private static String foot(Around around) {
        var words = "이 보도자료는 " + around.office() + "이(가) 만들었으며 출처를 밝히면 자유롭게 쓸 수 있습니다.";
        return around.link().isEmpty() ? words : words + " " + around.link();
    }

    private static Block.Table head(Content content, Around around) {
        var rows = new ArrayList<Block.Row>();
        rows.add(row("보도 일시", when(content, around)));
        if (!around.number().isEmpty()) rows.add(row("번호", around.number()));
        rows.add(row("담당 부서", content.unit()));
        rows.add(row("담당자", content.contact()));
        return new Block.Table("보도자료 개요", "", List.of(1, 4), 0, rows);
    }

    private static String when(Content content, Around around) {
        var embargo = content.embargo();
        if (embargo == null) return moment(around.out()) + "부터";
        return moment(embargo) + " 이후(엠바고)";
    }

    /** {@code 2023. 5. 3. 14:00}. */
    public static String moment(Instant at) {
        var there = at.atZone(SEOUL);
        return Korean.date(there.toLocalDate()) + " %02d:%02d".formatted(there.getHour(), there.getMinute());
    }

    private static Block.Table facts(List<Content.Fact> facts) {
        return new Block.Table(
                "참고 사항",
                "",
                List.of(1, 4),
                0,
                facts.stream().map(fact -> row(fact.label(), fact.value())).toList());
    }

    private static Block.Row row(String label, String value) {
        return new Block.Row(List.of(cell(label, true), cell(value, false)));
    }

    private static Block.Cell cell(String words, boolean header) {
        var align = header ? Block.Align.CENTER : Block.Align.LEFT;
        return new Block.Cell(List.of(Inline.Text.of(words)), 1, 1, align, header, null);
    }
}
