package kr.madang.kernel.trail;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.trail.Verdict.Finding;
import kr.madang.kernel.trail.Verdict.Kind;
import org.springframework.transaction.support.TransactionOperations;

/** Walks the whole trail and compares it with itself and with the anchors (감사기록 검증). */
public final class Verifier {
    private static final int SHOWN = 100;
    /** How long an entry may wait for its seal before that is a finding. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final TrailStore store;
    private final Links links;
    private final Anchors anchors;
    private final Sealer sealer;
    private final TransactionOperations snapshot;
    private final Clock clock;

    /** @param snapshot a read-only, repeatable-read transaction, so that the walk sees one moment */
    Verifier(
            TrailStore store,
            Links links,
            Anchors anchors,
            Sealer sealer,
            TransactionOperations snapshot,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.anchors = anchors;
        this.sealer = sealer;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    public Verdict verify() {
        // read first: an anchor written during the walk may be ahead of the walk's snapshot
        var known = anchors.list();
        sealer.seal();
        return java.util.Objects.requireNonNull(snapshot.execute(status -> new Walk().run(known)));
    }

    /** Whether a head noted earlier is still part of the chain. @param hash the first 16 hex digits; number 0 is every chain's beginning */
    boolean knows(long number, String hash) {
        var chain = number == 0
                ? java.util.Optional.of(Links.BEGINNING)
                : store.seal(number).map(TrailStore.Seal::chain);
        return chain.isPresent()
                && HexFormat.of().formatHex(chain.get()).substring(0, 16).equals(hash);
    }

    private final class Walk {
        private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        private final List<Finding> first = new ArrayList<>();
        private long expected = 1;
        private long entries;
        private long waiting;
        private byte[] chain = Links.BEGINNING;

        Verdict run(List<Anchors.Anchor> known) {
            try (var sealed = store.sealed()) {
                sealed.forEach(this::step);
            }
            try (var unsealed = store.unsealed()) {
                unsealed.forEach(this::loose);
            }
            known.forEach(this::anchor);
            var head = (expected - 1) + ":" + HexFormat.of().formatHex(chain).substring(0, 16);
            boolean anchored = known.stream().anyMatch(Anchors.Anchor::sound);
            return new Verdict(entries, waiting, head, anchored, counts, first);
        }

        private void step(TrailStore.Sealed link) {
            entries++;
            var seal = link.seal();
            boolean gap = seal.seq() != expected;
            if (gap) find(Kind.GAP, expected + (seal.seq() - expected > 1 ? "–" + (seal.seq() - 1) : ""));
            link.stored().ifPresentOrElse(s -> check(seal, s, gap), () -> find(Kind.REMOVED, "" + seal.seq()));
            expected = seal.seq() + 1;
            // goes on from what is stored, so that one tampering is not a finding at every entry after it
            chain = seal.chain();
        }

        private void check(TrailStore.Seal seal, TrailStore.Stored stored, boolean gap) {
            if (!MessageDigest.isEqual(links.mac(stored.entry()), stored.mac())) find(Kind.CHANGED, "" + seal.seq());
            var should = links.chain(chain, seal.seq(), stored.mac());
            if (!gap && !MessageDigest.isEqual(should, seal.chain())) find(Kind.BROKEN, "" + seal.seq());
        }

        private void loose(TrailStore.Stored stored) {
            var id = stored.entry().id().toString();
            if (!MessageDigest.isEqual(links.mac(stored.entry()), stored.mac())) find(Kind.FORGED, id);
            else if (stored.entry().at().isBefore(clock.instant().minus(PATIENCE))) find(Kind.UNSEALED, id);
            else waiting++;
        }

        private void anchor(Anchors.Anchor anchor) {
            if (!anchor.sound()) {
                find(Kind.ANCHOR, anchor.day());
                return;
            }
            var seal = store.seal(anchor.seq());
            if (seal.isEmpty() || !MessageDigest.isEqual(seal.get().chain(), anchor.chain()))
                find(Kind.CUT, anchor.day() + " (" + anchor.seq() + ")");
        }

        private void find(Kind kind, String where) {
            counts.merge(kind, 1L, Long::sum);
            if (first.size() < SHOWN) first.add(new Finding(kind, where));
        }
    }
}
