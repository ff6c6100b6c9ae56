package kr.madang.accounts.passkeys;

import java.time.Instant;

/**
 * A passkey as its owner sees it.
 *
 * @param handle names it in addresses; the credential's public id
 */
public record Passkey(String handle, String label, Instant madeAt, Instant usedAt) {}
