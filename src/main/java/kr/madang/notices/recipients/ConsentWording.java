package kr.madang.notices.recipients;

/** The words residents agree to (동의 문구); what is agreed to is kept with the version of the words. */
public final class ConsentWording {
    /** The version shown now; its words are {@code notices.consent.words.*}, and whoever changes them raises it. */
    public static final String CURRENT = "2026-2";

    private ConsentWording() {}
}
