package kr.madang.approvals.web.line;

import java.util.List;
import kr.madang.approvals.drafting.Sketch;
import kr.madang.kernel.web.Option;

/**
 * What the line editor shows (결재선 편집 화면).
 *
 * @param text the line as the form carries it
 * @param locked keys of those who have signed, whose rows stay
 * @param saved lines kept by name
 * @param chosen which of them is chosen
 * @param notice what was just done; empty when nothing
 */
public record LineBox(
        String text,
        String locked,
        List<Row> rows,
        List<Option> saved,
        String chosen,
        String name,
        People people,
        String notice) {
    /** @param serves still belongs to the office @param done has signed */
    public record Row(
            int at,
            Sketch.Part part,
            String person,
            String name,
            String detail,
            boolean serves,
            boolean done,
            boolean up,
            boolean down,
            boolean join) {
        public boolean reader() {
            return part == Sketch.Part.CIRCULATE;
        }
    }

    public record Found(String person, String name, String detail) {}

    /** @param total how many there are; only the first are shown */
    public record People(String q, String team, List<Option> teams, List<Found> found, long total) {
        public boolean asked() {
            return !q.isEmpty() || !team.isEmpty();
        }
    }

    public List<Row> signers() {
        return rows.stream().filter(row -> !row.reader()).toList();
    }

    public List<Row> readers() {
        return rows.stream().filter(Row::reader).toList();
    }

    /** Somebody on the line has left the office. */
    public boolean someoneLeft() {
        return rows.stream().anyMatch(row -> !row.serves() && !row.done());
    }
}
