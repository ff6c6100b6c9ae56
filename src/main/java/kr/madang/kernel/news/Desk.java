package kr.madang.kernel.news;

import kr.madang.kernel.access.Level;

/**
 * A desk on which new things come to lie (업무).
 *
 * @param code within its room
 * @param title message key of its name
 * @param level what reading its news needs in the room
 */
public record Desk(String room, String code, String title, Level level) {
    /** By which forms name it. */
    public String key() {
        return room + "." + code;
    }
}
