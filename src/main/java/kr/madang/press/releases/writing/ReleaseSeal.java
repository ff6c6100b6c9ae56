package kr.madang.press.releases.writing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The seal of what people approve (결재 봉인): any other word, picture or hour has another. */
public final class ReleaseSeal {
    private static final char UNIT = '\u001f';

    private ReleaseSeal() {}

    /** @param files hashes of the pictures in their order, as the store has them */
    public static String of(Content content, List<Photo> photos, List<String> files) {
        var text = new StringBuilder();
        add(
                text,
                content.title(),
                content.subtitle(),
                content.text(),
                content.facts(),
                content.unit(),
                content.contact());
        add(text, String.valueOf(content.embargo()), String.valueOf(content.mailing()), content.change());
        for (int i = 0; i < photos.size(); i++) {
            var photo = photos.get(i);
            add(
                    text,
                    files.get(i),
                    photo.caption(),
                    photo.credit(),
                    photo.rights().name(),
                    photo.consent());
            add(text, String.valueOf(photo.portraits()));
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(StringBuilder text, String... parts) {
        for (var part : parts) text.append(part.length()).append(UNIT).append(part);
    }
}
