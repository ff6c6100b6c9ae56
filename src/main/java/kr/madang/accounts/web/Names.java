package kr.madang.accounts.web;

/** Message keys of what the pages of this room name by code. */
final class Names {
    private Names() {}

    /** Every room's own name; all of them together have one here. */
    static String room(String code) {
        return code.equals("*") ? "accounts.room.all" : code + ".room";
    }

    static String team(String code) {
        return code.isEmpty() ? "accounts.team.none" : "kernel.team." + code;
    }
}
