package kr.madang.office.web;

/** The small forms of the room (양식); act.jte knows the fields of each. */
enum Act {
    JOIN("join"),
    MOVE("move"),
    PROMOTE("promote"),
    LEAVE("leave"),
    POST_OPEN("post.open"),
    POST_RESHAPE("post.reshape"),
    POST_CLOSE("post.close"),
    TEAM_CHANGE("team.change"),
    TEAM_RENAME("team.rename"),
    TEAM_CLOSE("team.close"),
    DUTY_ASSIGN("duty.assign"),
    ACQUIRE("acquire");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    /** Message key of its name. */
    String word() {
        return "office." + word;
    }

    /** Whether it ends something. */
    boolean ends() {
        return switch (this) {
            case LEAVE, POST_CLOSE, TEAM_CLOSE -> true;
            case JOIN, MOVE, PROMOTE, POST_OPEN, POST_RESHAPE, TEAM_CHANGE, TEAM_RENAME, DUTY_ASSIGN, ACQUIRE -> false;
        };
    }
}
