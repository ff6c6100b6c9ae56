package kr.madang.approvals.drafting;

import java.util.UUID;
import kr.madang.approvals.card.Attachment;

/**
 * A file somebody uploaded for a paper (올린 붙임).
 *
 * @param file where the bytes are, as {@code kernel.files} knows it
 */
public record Upload(UUID id, UUID file, String name, String mediaType, long size, String sha256) {
    public Attachment attachment() {
        return new Attachment(name, size, sha256);
    }
}
