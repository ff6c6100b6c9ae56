package kr.madang.report.audit.text;

import java.nio.ByteBuffer;
import kr.madang.report.audit.text.UnreadableDocument.Code;
import org.jspecify.annotations.Nullable;

/** The records of one HWP section (본문 레코드): paragraphs, and tables whose cells are lists one level further in. */
final class HwpBody {
    private static final int PARA_HEADER = 66;
    private static final int PARA_TEXT = 67;
    private static final int CTRL_HEADER = 71;
    private static final int LIST_HEADER = 72;
    private static final int TABLE_ID = 't' << 24 | 'b' << 16 | 'l' << 8 | ' ';

    private record Record(int tag, int level, int at, int size) {}

    private final ByteBuffer bytes;
    private final Nest nest;
    private @Nullable Record ahead;

    HwpBody(ByteBuffer bytes, Nest nest) {
        this.bytes = bytes;
        this.nest = nest;
    }

    void read() throws UnreadableDocument {
        advance();
        while (ahead != null) {
            if (ahead.tag() == PARA_HEADER) {
                paragraph(0);
            } else {
                advance();
            }
        }
    }

    private void advance() throws UnreadableDocument {
        if (bytes.remaining() < 4) {
            ahead = null;
            return;
        }
        int head = bytes.getInt();
        int size = head >>> 20;
        if (size == 0xFFF) {
            if (bytes.remaining() < 4) {
                throw new UnreadableDocument(Code.DAMAGED);
            }
            size = bytes.getInt();
        }
        if (size < 0 || size > bytes.remaining()) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        ahead = new Record(head & 0x3FF, head >>> 10 & 0x3FF, bytes.position(), size);
        bytes.position(bytes.position() + size);
    }

    /** One paragraph with everything that hangs on it; a table comes after the words of its paragraph. */
    private void paragraph(int depth) throws UnreadableDocument {
        Record head = current();
        if (depth > 60) {
            throw new UnreadableDocument(Code.HOSTILE, "표 안의 표가 지나치게 깊어서 읽지 않았습니다.");
        }
        boolean written = false;
        advance();
        while (ahead != null && ahead.level() > head.level()) {
            Record record = ahead;
            if (record.tag() == PARA_TEXT) {
                String text = text(record);
                if (!text.isBlank()) {
                    nest.paragraph(text);
                    written = true;
                }
                advance();
            } else if (record.tag() == CTRL_HEADER) {
                control(record, depth);
                written = true;
            } else {
                advance();
            }
        }
        if (!written) {
            nest.paragraph("");
        }
    }

    private Record current() {
        Record record = ahead;
        if (record == null) {
            throw new IllegalStateException("past the end");
        }
        return record;
    }

    private void control(Record control, int depth) throws UnreadableDocument {
        boolean table = control.size() >= 4 && bytes.getInt(control.at()) == TABLE_ID;
        if (table) {
            nest.openTable();
        }
        boolean cell = false;
        advance();
        while (ahead != null && ahead.level() > control.level()) {
            Record record = ahead;
            if (record.tag() == LIST_HEADER && record.level() == control.level() + 1) {
                if (cell) {
                    nest.closeCell();
                    cell = false;
                }
                if (table && record.size() >= 16) {
                    openCell(record);
                    cell = true;
                }
                advance();
            } else if (record.tag() == PARA_HEADER) {
                paragraph(depth + 1);
            } else if (record.tag() == CTRL_HEADER) {
                control(record, depth + 1);
            } else {
                advance();
            }
        }
        if (cell) {
            nest.closeCell();
        }
        if (table) {
            nest.closeTable();
        }
    }

    private void openCell(Record record) throws UnreadableDocument {
        nest.openCell();
        int column = bytes.getShort(record.at() + 8) & 0xFFFF;
        int row = bytes.getShort(record.at() + 10) & 0xFFFF;
        nest.address(row, column);
        nest.spans(bytes.getShort(record.at() + 14) & 0xFFFF, bytes.getShort(record.at() + 12) & 0xFFFF);
    }

    /** Characters below 32 are controls; most of them take eight places. */
    private String text(Record record) {
        StringBuilder text = new StringBuilder(record.size() / 2);
        int end = record.at() + record.size() - 1;
        for (int at = record.at(); at < end; at += 2) {
            char c = bytes.getChar(at);
            switch (c) {
                case 0, 13 -> {}
                case 10 -> text.append('\n');
                case 24 -> text.append('-');
                case 25, 26, 27, 28, 29 -> {}
                case 30, 31 -> text.append(' ');
                case 9 -> {
                    text.append(' ');
                    at += 14;
                }
                default -> {
                    if (c < 32) {
                        at += 14;
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.toString();
    }
}
