package kr.madang.notices.carriers.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import kr.madang.notices.carriers.Parcel;

/**
 * Names of letters that nobody outside can make up (편지 표시): the reference and a keyed hash. Without the hash anybody could bounce, or take
 * off the list, whomever he likes by counting.
 *
 * @param sign a keyed hash, at least 8 bytes long
 */
public record Marks(UnaryOperator<byte[]> sign) {
    /** What a mark is good for; one made for one purpose is worth nothing for the other. */
    public enum Purpose {
        BOUNCE,
        UNSUBSCRIBE
    }

    private static final int BYTES = 8;
    private static final Pattern MARKED =
            Pattern.compile("(\\d{1,9})-(\\d{1,9})-(\\d{1,2})-([0-9a-f]{" + 2 * BYTES + "})");

    /** Letters, digits and hyphens; capitals do not matter, because mail servers lose them. */
    public String mark(Purpose purpose, Parcel.Reference reference) {
        return reference.name() + "-" + HexFormat.of().formatHex(hash(purpose, reference));
    }

    private byte[] hash(Purpose purpose, Parcel.Reference reference) {
        var text = purpose.name() + "|" + reference.name();
        return Arrays.copyOf(sign.apply(text.getBytes(StandardCharsets.UTF_8)), BYTES);
    }

    /** Empty when it is not one of ours. */
    public Optional<Parcel.Reference> read(Purpose purpose, String mark) {
        var found = MARKED.matcher(mark.toLowerCase(Locale.ROOT));
        if (!found.matches()) return Optional.empty();
        var reference = new Parcel.Reference(number(found.group(1)), number(found.group(2)), number(found.group(3)));
        boolean ours =
                MessageDigest.isEqual(hash(purpose, reference), HexFormat.of().parseHex(found.group(4)));
        return ours ? Optional.of(reference) : Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
