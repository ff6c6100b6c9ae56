package kr.madang.notices.ledger;

import java.util.EnumMap;
import java.util.Map;

/** How many messages of a send stand where (발송 현황); together they are all of them. */
public record Counts(int rows, Map<State, Integer> by) {
    public Counts {
        var all = new EnumMap<State, Integer>(State.class);
        int told = 0;
        for (var state : State.values())
            if (state != State.QUEUED) {
                int count = by.getOrDefault(state, 0);
                all.put(state, count);
                told += count;
            }
        all.put(State.QUEUED, rows - told);
        by = Map.copyOf(all);
    }

    public int of(State state) {
        return by.getOrDefault(state, 0);
    }

    /** Those that have not been handed over, given up or lost sight of. */
    public int remaining() {
        return of(State.QUEUED);
    }
}
