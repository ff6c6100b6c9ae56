/**
 * Field encryption (필드 암호화) and its keyed blind index. A value is sealed under a data key, the data key is wrapped by a master key
 * that never enters the database, and the place of the value (table, column, row) is part of what is authenticated, so a ciphertext
 * copied elsewhere does not open. The cipher itself is a plug, {@code CipherProvider}: AES-256-GCM is built in, an ARIA or
 * KCMVP-validated module stands beside it as a further bean. The engine is plain Java; only {@code CryptoConfiguration} knows Spring.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.crypto;
