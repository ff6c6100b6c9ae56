package kr.madang.kernel.post;

import java.util.List;
import java.util.UUID;

/**
 * An e-mail to one person (편지).
 *
 * @param address in clear; never to be logged
 * @param files what goes with it, by ids of {@link kr.madang.kernel.files.Files}
 * @param reference what the room calls it, at most 200 letters; says nothing about the person
 */
public record Letter(String address, String subject, String text, List<UUID> files, String reference) {
    public Letter {
        files = List.copyOf(files);
    }

    /** Without its contents, for it may end up in a log. */
    @Override
    public String toString() {
        return "Letter[" + reference + "]";
    }
}
