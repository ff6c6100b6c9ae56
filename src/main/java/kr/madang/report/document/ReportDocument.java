package kr.madang.report.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A work report (주요업무 보고) ready to print.
 *
 * @param session the council session on the cover, e.g. {@code 제245회 구의회 제1차 정례회}
 * @param dates the dates of the session as printed, e.g. {@code 2023. 6. 12. ~ 6. 27.}
 * @param section the section that reports, e.g. {@code 홍보미디어과}
 * @param asOf the day the figures speak of
 * @param contents whether a table of contents (보고 순서) follows the cover, made from the level-1 and level-2 headings
 */
public record ReportDocument(
        String title,
        String session,
        String dates,
        String section,
        LocalDate asOf,
        boolean contents,
        List<Block> blocks) {}
