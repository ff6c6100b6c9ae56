package kr.madang.notices.wording;

/** What is looked at before a text goes out (문안 점검 항목); each has its sentence under {@link #code()}. */
public enum Check {
    EMPTY("notices.text.empty", true),
    TOO_LONG("notices.text.long", true),
    /** More than one notice of a browser holds. */
    PUSH_LONG("notices.text.push", true),
    SUBJECT_LONG("notices.text.subject", true),
    /** A few bytes less would make it a short message. */
    NEARLY_SMS("notices.text.nearly", false),
    MARKED("notices.text.marked", true),
    /** Only phones with CP949 show some syllables. */
    EXTENDED("notices.text.extended", false),
    NO_PRICE("notices.text.unpriced", false),
    SHORT_LINK("notices.text.link", false),
    ROWS_LONGER("notices.text.rows.longer", false),
    ROWS_TOO_LONG("notices.text.rows.long", false),
    ROWS_BLOCKED("notices.text.rows.blocked", false),
    ROWS_MARKED("notices.text.rows.marked", false),
    ROWS_NONE("notices.text.rows.none", true),

    AD_PREFIX("notices.ad.prefix", true),
    AD_DISGUISED("notices.ad.disguised", true),
    AD_SENDER("notices.ad.sender", true),
    AD_CONTACT("notices.ad.contact", true),
    AD_REJECTION("notices.ad.rejection", true),
    AD_REJECTION_PLACE("notices.ad.rejection.place", true),
    AD_REJECTION_NUMBER("notices.ad.rejection.number", true),
    /** Another kind of message bears the mark of advertising. */
    AD_MARKED("notices.ad.marked", false),
    /** Another kind of message talks like advertising. */
    AD_LOOKS("notices.ad.looks", false),

    DISASTER_LONG("notices.disaster.long", true),
    DISASTER_PREFIX("notices.disaster.prefix", false),
    DISASTER_PLACE("notices.disaster.place", false),
    DISASTER_TIME("notices.disaster.time", false),
    DISASTER_ACTION("notices.disaster.action", false),
    DISASTER_JARGON("notices.disaster.jargon", false),
    DISASTER_ABBREVIATION("notices.disaster.abbreviation", false),
    DISASTER_LINK("notices.disaster.link", true);

    private final String code;
    private final boolean blocking;

    Check(String code, boolean blocking) {
        this.code = code;
        this.blocking = blocking;
    }

    public String code() {
        return code;
    }

    /** Whether a text with it must not go out. */
    public boolean blocking() {
        return blocking;
    }
}
