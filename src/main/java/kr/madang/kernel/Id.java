package kr.madang.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identifiers: UUID version 7 (RFC 9562), so that rows sort by the moment they were made. */
public final class Id {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Id() {}

    /** A new id for something that happens at {@code at}; millisecond order, 74 random bits. */
    public static UUID next(Instant at) {
        return of(at, RANDOM.nextLong(), RANDOM.nextLong());
    }

    /** The same, from given randomness: the demo office draws its ids from its seed. */
    public static UUID of(Instant at, long high, long low) {
        long most = (at.toEpochMilli() << 16) | 0x7000L | (high & 0x0FFFL);
        long least = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
