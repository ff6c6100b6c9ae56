package kr.madang.notices.cap;

import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Something that belongs to an alert (첨부 자료). Its address is never opened by the reader.
 *
 * @param size in bytes; null when it was not given
 * @param digest SHA-1 as hexadecimal digits; may be empty
 */
public record CapResource(
        String description, String mediaType, @Nullable Long size, String uri, String content, String digest) {
    public CapResource {
        if (description.isBlank()) throw Refused.invalid("notices.cap.needed", "resourceDesc");
        if (mediaType.isBlank()) throw Refused.invalid("notices.cap.needed", "mimeType");
    }
}
