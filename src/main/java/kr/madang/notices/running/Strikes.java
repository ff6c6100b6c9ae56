package kr.madang.notices.running;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.madang.notices.ledger.Message;

/** How often a carrier refused a message "for now" (일시 거절); after some times it is refused for good, or it would go round for ever. */
final class Strikes {
    private static final int MOST = 5;
    private static final int REMEMBERED = 100_000;

    private record Key(int send, int row, int attempt) {}

    private final Map<Key, Integer> counted = new ConcurrentHashMap<>();

    /** @return whether it is enough */
    boolean out(int send, Message message) {
        if (counted.size() > REMEMBERED) counted.clear();
        var key = new Key(send, message.row(), message.attempt());
        boolean out = counted.merge(key, 1, Integer::sum) >= MOST;
        if (out) counted.remove(key);
        return out;
    }
}
