package kr.madang.kernel.gate;

import java.util.regex.Pattern;

/**
 * What another room wants decided (결재 대상), by the room's own name for it.
 *
 * @param room code of the room, e.g. {@code report}
 * @param ref what the room calls it, e.g. {@code report:0190…}
 */
public record Subject(String room, String ref) {
    private static final Pattern ROOM = Pattern.compile("[a-z][a-z_]{0,31}");
    private static final Pattern REF = Pattern.compile("[\\x21-\\x7e]{1,200}");

    public Subject {
        if (!ROOM.matcher(room).matches() || !REF.matcher(ref).matches())
            throw new IllegalArgumentException("no subject: " + room + " " + ref);
    }
}
