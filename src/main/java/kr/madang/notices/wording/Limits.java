package kr.madang.notices.wording;

/**
 * How many bytes a carrier takes (문자 한도).
 *
 * @param subject of a long message's subject
 */
public record Limits(int sms, int lms, int mms, int subject) {
    public static final Limits USUAL = new Limits(90, 2_000, 2_000, 40);

    public Limits {
        if (sms < 1 || lms < sms || mms < sms || subject < 1) throw new IllegalArgumentException("limits");
    }

    /** A text message has neither subject nor pictures; either makes it a longer kind. */
    Size size(int bytes, boolean titled, boolean pictured) {
        if (pictured) return bytes <= mms ? Size.MMS : Size.TOO_LONG;
        if (bytes <= sms && !titled) return Size.SMS;
        return bytes <= lms ? Size.LMS : Size.TOO_LONG;
    }

    int most(boolean titled, boolean pictured, Size size) {
        if (pictured) return mms;
        return size == Size.SMS && !titled ? sms : lms;
    }
}
