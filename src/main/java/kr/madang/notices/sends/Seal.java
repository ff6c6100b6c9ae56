package kr.madang.notices.sends;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/** By which the office knows that what goes out is what people approved (발송 봉인): SHA-256 over every part with its length before it. */
public final class Seal {
    private static final String FORM = "1";

    private Seal() {}

    /** Of everything people decide about. */
    public static String of(Content content) {
        var due = content.due();
        var template = content.template();
        return hash(List.of(
                FORM,
                content.title(),
                content.kind().name(),
                content.reason(),
                content.channel().name(),
                content.subject(),
                content.text(),
                content.sender(),
                content.audience(),
                content.budget(),
                content.override(),
                due == null ? "" : due.truncatedTo(ChronoUnit.MICROS).toString(),
                template == null ? "" : template.template() + " " + template.number()));
    }

    /** Of what comes to the phone, so that a trial stays good when only the hour changes. */
    public static String words(Content content) {
        return hash(List.of(
                FORM,
                content.channel().name(),
                content.kind().name(),
                content.subject(),
                content.text(),
                content.sender()));
    }

    static String hash(List<String> parts) {
        var all = new StringBuilder();
        for (var part : parts)
            all.append(part.length()).append(':').append(part).append('\n');
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
