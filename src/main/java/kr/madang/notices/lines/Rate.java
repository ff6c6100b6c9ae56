package kr.madang.notices.lines;

/** So many messages a second and not more (초당 발송 한도), evenly: never more than a fifth of a second at once. */
final class Rate {
    private static final double SECOND = 1_000_000_000;
    private static final int BURSTS = 5;

    private final int perSecond;
    private double saved;
    private long since;
    private boolean begun;

    /** @param perSecond 0 for as many as can be carried */
    Rate(int perSecond) {
        this.perSecond = perSecond;
    }

    boolean free() {
        return perSecond == 0;
    }

    /** @return how many of those wanted may go now, perhaps none */
    synchronized int take(int wanted, long now) {
        double most = Math.max(1, (double) perSecond / BURSTS);
        saved = begun ? Math.min(most, saved + (now - since) / SECOND * perSecond) : most;
        begun = true;
        since = now;
        int taken = Math.min(wanted, (int) saved);
        saved -= taken;
        return taken;
    }
}
