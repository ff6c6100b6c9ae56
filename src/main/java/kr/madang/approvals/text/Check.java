package kr.madang.approvals.text;

/** What is looked at in a text (점검 항목); each has its sentence under {@link #code()}. */
public enum Check {
    ITEM_LEVEL("approvals.text.item.level"),
    ITEM_FIRST("approvals.text.item.first"),
    ITEM_GAP("approvals.text.item.gap"),
    ITEM_ORDER("approvals.text.item.order"),
    ITEM_LONE("approvals.text.item.lone"),
    ITEM_INDENT("approvals.text.item.indent"),
    ITEM_BLANK("approvals.text.item.blank"),
    DATE_FORM("approvals.text.date.form"),
    DATE_IMPOSSIBLE("approvals.text.date.impossible"),
    DATE_WEEKDAY("approvals.text.date.weekday"),
    TIME_FORM("approvals.text.time.form"),
    TIME_IMPOSSIBLE("approvals.text.time.impossible"),
    AMOUNT_READING("approvals.text.amount.reading"),
    AMOUNT_MISMATCH("approvals.text.amount.mismatch"),
    AMOUNT_FORM("approvals.text.amount.form"),
    AMOUNT_RANGE("approvals.text.amount.range"),
    ATTACHMENT_MARK("approvals.text.attachment.mark"),
    ATTACHMENT_NUMBER("approvals.text.attachment.number"),
    ATTACHMENT_LONE("approvals.text.attachment.lone"),
    ATTACHMENT_COPIES("approvals.text.attachment.copies"),
    END_MISSING("approvals.text.end.missing"),
    END_FORM("approvals.text.end.form"),
    END_PLACE("approvals.text.end.place"),
    PART_RECEIVER("approvals.text.part.receiver"),
    PART_TITLE("approvals.text.part.title"),
    PART_SENDER("approvals.text.part.sender");

    private final String code;

    Check(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
