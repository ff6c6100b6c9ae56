package kr.madang.approvals.dispatch.office;

import kr.madang.approvals.dispatch.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among received documents (접수문서 찾기).
 *
 * @param text part of a title, sender or number
 * @param state null for all
 * @param mine only those the reader handles or is to read
 * @param overdue only those whose deadline has passed
 */
public record ReceiptQuery(String text, Receipt.@Nullable State state, boolean mine, boolean overdue) {
    public static final ReceiptQuery ALL = new ReceiptQuery("", null, false, false);
    private static final int LONGEST = 100;

    public ReceiptQuery {
        text = text.replace("\0", "").strip();
        if (text.length() > LONGEST) text = text.substring(0, LONGEST);
    }
}
