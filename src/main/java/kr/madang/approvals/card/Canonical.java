package kr.madang.approvals.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that mean one thing only (정규 표현): every field carries its type and its length, so that no two different records ever give the
 * same bytes and nothing moves from one field into the next.
 */
final class Canonical {
    private static final byte NOTHING = 0;
    private static final byte TEXT = 1;
    private static final byte NUMBER = 2;
    private static final byte MOMENT = 3;
    private static final byte COUNT = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    /** @param kind what the bytes describe and in which edition of this format */
    Canonical(String kind) {
        text(kind);
    }

    Canonical text(@Nullable String value) {
        if (value == null) bytes.write(NOTHING);
        else field(TEXT, value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Canonical number(long value) {
        return field(NUMBER, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    Canonical flag(boolean value) {
        return number(value ? 1 : 0);
    }

    /** Microseconds, as exact as the database keeps them. */
    Canonical moment(Instant at) {
        var whole = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
        return field(
                MOMENT,
                whole.putLong(at.getEpochSecond()).putInt(at.getNano() / 1_000).array());
    }

    /** How many fields of a list follow. */
    Canonical count(int many) {
        return field(COUNT, ByteBuffer.allocate(Integer.BYTES).putInt(many).array());
    }

    private Canonical field(byte type, byte[] value) {
        bytes.write(type);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        bytes.writeBytes(value);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
