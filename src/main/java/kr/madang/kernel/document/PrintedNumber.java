package kr.madang.kernel.document;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a printed number (△449,172 or 2,091대): what stands around the digits, the sign it uses and its decimals. Only a number
 * whose printed form says its exact value has parts, so that a format built from them prints the same again.
 *
 * @param sign the mark before a negative number: △, ▲, - or −; empty when the number is not negative
 * @param grouped whether thousands are set off by commas
 */
public record PrintedNumber(String before, String sign, String digits, String after, boolean grouped, int decimals) {

    private static final Pattern SHAPE =
            Pattern.compile("([^0-9△▲−-]*)([△▲−-]?)\\s*((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?)([^0-9]*)");

    private static final Pattern DASH = Pattern.compile("\\s*[-–—−]\\s*");

    /** The parts of a number; empty when its printed form does not say its exact value. */
    public static Optional<PrintedNumber> of(Inline.Number number) {
        String printed = number.printed();
        if (DASH.matcher(printed).matches()) {
            return number.value().signum() == 0
                    ? Optional.of(new PrintedNumber("", "", printed.strip(), "", true, 0))
                    : Optional.empty();
        }
        Matcher shape = SHAPE.matcher(printed);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String digits = shape.group(3);
        BigDecimal size = new BigDecimal(digits.replace(",", ""));
        BigDecimal said = shape.group(2).isEmpty() ? size : size.negate();
        if (said.compareTo(number.value()) != 0) {
            return Optional.empty();
        }
        int decimals = shape.group(4) == null ? 0 : shape.group(4).length();
        boolean grouped = digits.contains(",") || size.compareTo(BigDecimal.valueOf(1000)) < 0;
        return Optional.of(
                new PrintedNumber(shape.group(1), shape.group(2), digits, shape.group(5), grouped, decimals));
    }

    /** Whether a zero is printed as a dash. */
    public boolean dashed() {
        return DASH.matcher(digits).matches();
    }
}
