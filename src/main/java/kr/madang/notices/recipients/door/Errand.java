package kr.madang.notices.recipients.door;

/** What somebody wants a code for (용건). */
public enum Errand {
    SUBSCRIBE,
    /** To see and change what is known of them. */
    MINE
}
