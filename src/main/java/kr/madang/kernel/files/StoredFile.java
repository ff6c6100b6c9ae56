package kr.madang.kernel.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A file in the store (보관된 파일).
 *
 * @param name as its sender called it, without folders and control characters
 * @param mediaType told from the bytes
 * @param size in bytes
 * @param sha256 64 hex digits
 */
public record StoredFile(
        UUID id, String name, String mediaType, long size, String sha256, Instant storedAt, UUID storedBy) {}
