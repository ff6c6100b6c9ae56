package kr.madang.approvals.card;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
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
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1_024];
    private int length;

    /** @param kind what the bytes describe and in which edition of this format */
    Canonical(String kind) {
        text(kind);
    }

    Canonical text(@Nullable String value) {
        if (value == null) {
            room(1);
            bytes[length++] = NOTHING;
            return this;
        }
        var text = value.getBytes(StandardCharsets.UTF_8);
        field(TEXT, text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    Canonical number(long value) {
        field(NUMBER, Long.BYTES);
        eight(value);
        return this;
    }

    Canonical flag(boolean value) {
        return number(value ? 1 : 0);
    }

    /** Microseconds, as exact as the database keeps them. */
    Canonical moment(Instant at) {
        field(MOMENT, Long.BYTES + Integer.BYTES);
        eight(at.getEpochSecond());
        four(at.getNano() / 1_000);
        return this;
    }

    /** How many fields of a list follow. */
    Canonical count(int many) {
        field(COUNT, Integer.BYTES);
        four(many);
        return this;
    }

    private void field(byte type, int size) {
        room(1 + Integer.BYTES + size);
        bytes[length++] = type;
        four(size);
    }

    private void room(int more) {
        if (bytes.length - length < more) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }

    private void four(int value) {
        INTS.set(bytes, length, value);
        length += Integer.BYTES;
    }

    private void eight(long value) {
        LONGS.set(bytes, length, value);
        length += Long.BYTES;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
