package kr.madang.kernel.crypto;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** The life of data keys (키 교체): a new key for new values, then the old values sealed anew, batch by batch, while the office works. */
public class Keys {
    private static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(Keys.class);

    private final StoredKeys keys;
    private final FieldCipher cipher;
    private final List<Resealable> columns;
    private final Trail trail;
    private final TransactionOperations transaction;

    Keys(
            StoredKeys keys,
            FieldCipher cipher,
            List<Resealable> columns,
            Trail trail,
            TransactionOperations transaction) {
        this.keys = keys;
        this.cipher = cipher;
        this.columns = columns;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** The id of the key new values are sealed under. */
    public String current() {
        return keys.current().id();
    }

    /** @return the id of the key new values are sealed under from now on */
    public String rotate(Actor by) {
        // a transaction of its own: nothing may be sealed under a key whose row could still be rolled back
        var id = Objects.requireNonNull(transaction.execute(status -> {
            var made = keys.make();
            trail.record(by, "kernel", "key.rotated", "key:" + made, Map.of());
            return made;
        }));
        keys.reload();
        return id;
    }

    /** Seals everything under the current key; stopped at any point, it goes on from there the next time. @return values sealed anew */
    public long resealAll() {
        // another node may have made the newest key
        keys.reload();
        long done = 0;
        RuntimeException first = null;
        for (var column : columns) {
            try {
                done += reseal(column);
            } catch (RuntimeException e) {
                // one damaged column must not keep the others under an old key
                log.error("키 교체가 {} 열에서 멈췄습니다.", column.name(), e);
                if (first == null) first = e;
            }
        }
        if (first != null) throw first;
        return done;
    }

    private long reseal(Resealable column) {
        long done = 0;
        var prefix = FieldCipher.prefix(keys.current().id());
        while (true) {
            Integer batch = transaction.execute(status -> resealBatch(column, prefix));
            if (batch == null || batch == 0) return done;
            done += batch;
        }
    }

    /** A value that does not open is left as it is and stops its column: an alarm, not a loss. */
    private int resealBatch(Resealable column, String prefix) {
        int done = 0;
        for (var cell : column.listOthers(prefix, BATCH))
            if (column.replace(cell, cipher.reseal(cell.sealed(), cell.place()))) done++;
        return done;
    }
}
