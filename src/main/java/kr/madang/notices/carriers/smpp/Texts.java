package kr.madang.notices.carriers.smpp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text as the PDUs that carry it (문자 나누기). */
final class Texts {
    private static final int HEAD = 6;
    private static final int MOST_PARTS = 255;
    private static final int LONGEST = 32_000;

    /**
     * What one submit_sm carries.
     *
     * @param payload whether the bytes go as message_payload
     * @param part whether the bytes begin with a head that says which part they are
     */
    record Piece(byte[] bytes, int coding, boolean payload, boolean part) {}

    private Texts() {}

    /** @return empty when a character cannot be written in any coding, or the text is too long */
    static Optional<List<Piece>> pieces(String text, SmppSettings settings, int reference) {
        for (var coding : settings.codings()) {
            var bytes = coding.write(text);
            if (bytes.isPresent()) return pieces(text, bytes.get(), coding, settings.longTexts(), reference);
        }
        return Optional.empty();
    }

    private static Optional<List<Piece>> pieces(
            String text, byte[] bytes, Coding coding, SmppSettings.LongTexts way, int reference) {
        if (bytes.length > LONGEST) return Optional.empty();
        if (bytes.length <= coding.limit())
            return Optional.of(List.of(new Piece(bytes, coding.number(), false, false)));
        return switch (way) {
            case PAYLOAD -> Optional.of(List.of(new Piece(bytes, coding.number(), true, false)));
            case PARTS -> parts(coding.cut(text, coding.part() - HEAD), coding, reference);
        };
    }

    private static Optional<List<Piece>> parts(List<byte[]> texts, Coding coding, int reference) {
        if (texts.size() > MOST_PARTS) return Optional.empty();
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var bytes = new byte[HEAD + text.length];
            byte[] head = {5, 0, 3, (byte) reference, (byte) texts.size(), (byte) (i + 1)};
            System.arraycopy(head, 0, bytes, 0, HEAD);
            System.arraycopy(text, 0, bytes, HEAD, text.length);
            pieces.add(new Piece(bytes, coding.number(), false, true));
        }
        return Optional.of(pieces);
    }
}
