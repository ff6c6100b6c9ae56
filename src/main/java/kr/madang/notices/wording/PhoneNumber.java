package kr.madang.notices.wording;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;

/**
 * A telephone number of this country (전화번호), however somebody typed it.
 *
 * @param digits as dialed at home: {@code 01012345678}
 */
public record PhoneNumber(String digits) {
    /** What a number is for (번호 종류). */
    public enum Form {
        MOBILE("010\\d{8}"),
        /** 01X numbers, which ended in 2021. */
        OLD_MOBILE("01[16789]\\d{7,8}"),
        LANDLINE("(?:02|03[1-3]|04[1-4]|05[1-5]|06[1-4])[2-9]\\d{6,7}"),
        INTERNET("070\\d{8}"),
        /** 대표번호. */
        REPRESENTATIVE("1[568]\\d{6}"),
        /** 안심번호: leads somewhere else. */
        RELAYED("050\\d{8,9}"),
        /** 080: the called side pays. */
        FREE("080\\d{7,8}");

        private final Pattern pattern;

        Form(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        private static Optional<Form> of(String digits) {
            for (var form : values()) if (form.pattern.matcher(digits).matches()) return Optional.of(form);
            return Optional.empty();
        }

        public String code() {
            return "notices.number." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int TYPED = 60;
    private static final Pattern LABEL = Pattern.compile("(?i)^tel\\s*[:.]\\s*");
    private static final Pattern ABROAD = Pattern.compile("^00\\d?82(?=\\d{8,11}$)");
    /** Spreadsheets take the zero in front of a number away. */
    private static final Pattern WITHOUT_ZERO = Pattern.compile("10\\d{8}");

    public PhoneNumber {
        if (Form.of(digits).isEmpty()) throw Refused.invalid("notices.number.form");
    }

    /** @throws Refused when nobody can be called so */
    public static PhoneNumber of(String typed) {
        return find(typed).orElseThrow(() -> Refused.invalid("notices.number.form"));
    }

    public static Optional<PhoneNumber> find(String typed) {
        return Optional.of(digits(typed))
                .filter(digits -> Form.of(digits).isPresent())
                .map(PhoneNumber::new);
    }

    /** @return empty when it holds anything but a number of this country */
    static String digits(String typed) {
        if (typed.length() > TYPED) return "";
        var plain = LABEL.matcher(
                        Normalizer.normalize(typed, Normalizer.Form.NFKC).strip())
                .replaceFirst("");
        var out = new StringBuilder();
        boolean abroad = false;
        for (int c : plain.codePoints().toArray()) {
            if (c >= '0' && c <= '9') out.append((char) c);
            else if (c == '+' && out.isEmpty() && !abroad) abroad = true;
            else if (!separates(c)) return "";
        }
        return abroad ? fromAbroad(out.toString()) : atHome(out.toString());
    }

    /** Koreans also type the vowel ㅡ and the Japanese long mark for a dash. */
    private static boolean separates(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || type == Character.SPACE_SEPARATOR
                || type == Character.DASH_PUNCTUATION
                || type == Character.FORMAT
                || ".()/·−\u30fc\u1173\u3161".indexOf(c) >= 0;
    }

    private static String fromAbroad(String digits) {
        return digits.startsWith("82") ? national(digits.substring(2)) : "";
    }

    private static String atHome(String digits) {
        if (ABROAD.matcher(digits).find())
            return national(ABROAD.matcher(digits).replaceFirst(""));
        // no number at home begins with 8 and is that long
        if (digits.startsWith("82") && digits.length() >= 10) return national(digits.substring(2));
        return WITHOUT_ZERO.matcher(digits).matches() ? "0" + digits : digits;
    }

    private static String national(String rest) {
        boolean whole = rest.startsWith("0")
                || Form.REPRESENTATIVE.pattern.matcher(rest).matches();
        return whole ? rest : "0" + rest;
    }

    public Form form() {
        return Form.of(digits).orElseThrow();
    }

    /** Whether it can get a text message. */
    public boolean mobile() {
        return form() == Form.MOBILE;
    }

    public String lastFour() {
        return digits.substring(digits.length() - 4);
    }

    /** {@code 010-1234-5678}. */
    public String display() {
        return head() + middle() + "-" + lastFour();
    }

    /** {@code 010-****-5678}, as lists show it. */
    public String masked() {
        return head() + "*".repeat(middle().length()) + "-" + lastFour();
    }

    private String head() {
        int length = headLength();
        return length == 0 ? "" : digits.substring(0, length) + "-";
    }

    private String middle() {
        return digits.substring(headLength(), digits.length() - 4);
    }

    private int headLength() {
        if (form() == Form.REPRESENTATIVE) return 0;
        if (digits.startsWith("02")) return 2;
        return digits.length() == 12 ? 4 : 3;
    }

    /** Masked, for it may end up in a log. */
    @Override
    public String toString() {
        return masked();
    }
}
