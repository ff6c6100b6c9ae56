package kr.madang.press.newsroom;

import java.time.Instant;
import java.util.UUID;
import kr.madang.press.releases.writing.Content;

/**
 * A release as the public has it (공개된 보도자료).
 *
 * @param number e.g. {@code 2023-258}
 * @param version which version this is
 * @param firstAt when the first version went out
 * @param releasedAt when this one did
 */
public record Item(UUID release, String number, int version, Content content, Instant firstAt, Instant releasedAt) {
    public boolean corrected() {
        return version > 1;
    }

    public String path() {
        return "/press/" + number;
    }
}
