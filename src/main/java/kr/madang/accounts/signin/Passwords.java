package kr.madang.accounts.signin;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * How passwords are kept: Argon2id, 19 MiB of memory, two passes, one lane, 16 bytes of salt and 32 of hash. The hash carries its
 * parameters, so they can be raised later and old hashes still read.
 */
public final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final Argon2PasswordEncoder ARGON = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES);
    /** As many at once as there are processors: a flood of attempts waits in line instead of eating the memory. */
    private static final Semaphore AT_ONCE =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    /** What an unknown name is compared with, so that it takes as long as a known one. */
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    public static String hash(String password) {
        return inLine(() -> ARGON.encode(password));
    }

    static boolean matches(String password, String hash) {
        return inLine(() -> ARGON.matches(password, hash));
    }

    /** Takes the time of a comparison and is never true. */
    static boolean matchesNobody(String password) {
        matches(password, NOBODY);
        return false;
    }

    private static <T> T inLine(Supplier<T> work) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            AT_ONCE.release();
        }
    }
}
