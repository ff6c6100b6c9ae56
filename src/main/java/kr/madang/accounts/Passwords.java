package kr.madang.accounts;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept: Argon2id, 19 MiB of memory, two passes, one lane, 16 bytes of salt and 32 of hash. The hash carries its
 * parameters, so they can be raised later and old hashes still read.
 */
final class Passwords {
    static final PasswordEncoder ENCODER = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    private Passwords() {}
}
