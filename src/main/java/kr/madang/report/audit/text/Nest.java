package kr.madang.report.audit.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kr.madang.report.audit.text.UnreadableDocument.Code;

/** Tables within tables while a document is walked (겹친 표): paragraphs go to the innermost open cell, or to the page. */
final class Nest {
    static final class Open {
        final List<Draft.Box> boxes = new ArrayList<>();
        int row = -1;
        int column;
        int boxColumn;
        int boxRow;
        int rowSpan = 1;
        int columnSpan = 1;
        List<Object> content = new ArrayList<>();
        boolean inCell;
    }

    private static final int FARTHEST = 1 << 20;

    private final Draft draft;
    private final Deque<Open> tables = new ArrayDeque<>();

    Nest(Draft draft) {
        this.draft = draft;
    }

    void paragraph(String text) throws UnreadableDocument {
        Open open = tables.peek();
        if (open != null && open.inCell) {
            open.content.add(text);
            draft.count(text.length());
        } else {
            draft.line(text);
        }
    }

    void openTable() throws UnreadableDocument {
        if (tables.size() > 24) {
            throw new UnreadableDocument(Code.HOSTILE, "표 안의 표가 지나치게 깊어서 읽지 않았습니다.");
        }
        tables.push(new Open());
    }

    void row() {
        Open open = tables.peek();
        if (open != null) {
            open.row++;
            open.column = 0;
        }
    }

    void openCell() throws UnreadableDocument {
        Open open = tables.peek();
        if (open != null) {
            open.inCell = true;
            open.content = new ArrayList<>();
            open.boxRow = open.row;
            open.boxColumn = open.column;
            open.rowSpan = 1;
            open.columnSpan = 1;
            draft.countCell();
        }
    }

    /** The address the format itself gives; without it cells follow each other. */
    void address(int row, int column) throws UnreadableDocument {
        Open open = tables.peek();
        if (open != null && row >= 0 && column >= 0) {
            if (row > FARTHEST || column > FARTHEST) {
                throw new UnreadableDocument(Code.DAMAGED);
            }
            open.boxRow = row;
            open.boxColumn = column;
        }
    }

    void spans(int rows, int columns) {
        Open open = tables.peek();
        if (open != null) {
            open.rowSpan = Math.clamp(rows, 1, 100_000);
            open.columnSpan = Math.clamp(columns, 1, 1_000);
        }
    }

    void closeCell() {
        Open open = tables.peek();
        if (open != null && open.inCell) {
            open.boxes.add(new Draft.Box(
                    Math.max(0, open.boxRow), open.boxColumn, open.rowSpan, open.columnSpan, open.content));
            open.column = open.boxColumn + open.columnSpan;
            open.inCell = false;
        }
    }

    void closeTable() throws UnreadableDocument {
        Open done = tables.poll();
        if (done == null || done.boxes.isEmpty()) {
            return;
        }
        place(done.boxes);
    }

    void place(List<Draft.Box> boxes) throws UnreadableDocument {
        Open outer = tables.peek();
        if (outer != null && outer.inCell) {
            outer.content.add(boxes);
        } else {
            draft.table(boxes);
        }
    }

    List<Draft.Box> boxes() {
        Open open = tables.peek();
        return open == null ? List.of() : open.boxes;
    }

    int column() {
        Open open = tables.peek();
        return open == null ? 0 : open.boxColumn;
    }
}
