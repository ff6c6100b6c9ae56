package kr.madang.notices.simulator;

/** So many messages in each second (초당 한도). */
final class Quota {
    private static final long SECOND = 1_000_000_000;

    private long since;
    private int used;
    private boolean begun;

    /** @param perSecond 0 for as many as come */
    synchronized boolean take(int perSecond, long now) {
        if (perSecond == 0) return true;
        if (!begun || now - since >= SECOND) {
            begun = true;
            since = now;
            used = 0;
        }
        return used++ < perSecond;
    }
}
