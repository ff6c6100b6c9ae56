package kr.madang.press.releases.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.post.Fate;
import kr.madang.kernel.post.Letter;
import kr.madang.kernel.post.Post;
import kr.madang.press.outlets.Contact;
import kr.madang.press.outlets.ReporterDraft;
import kr.madang.press.releases.ReleaseCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Letters that came back. */
class ReturnsTests extends ReleaseCase {
    @Autowired
    DistributionStore store;

    @Autowired
    TransactionOperations transaction;

    /** A post all of whose letters came back. */
    private record Back() implements Post, ObjectProvider<Post> {
        @Override
        public List<UUID> send(Actor by, List<Letter> letters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, Fate> fates(Collection<UUID> letters) {
            var fates = new java.util.HashMap<UUID, Fate>();
            for (var letter : letters) fates.put(letter, new Fate(Fate.State.FAILED, null, "550 no such user"));
            return fates;
        }

        @Override
        public Post getObject() {
            return this;
        }
    }

    @Test
    void anAddressDiesOnceAndLivesAgainWhenItIsMended() {
        var reporter = reporter();
        out("반송을 살피는 글");
        var returns = new Returns(store, reporters, new Back(), clock);
        int told = transaction.execute(_ -> returns.tell());
        assertThat(told).isPositive();
        var dead = reporters.get(reporter.id());
        assertThat(dead.bouncedAt()).isNotNull();
        assertThat(dead.bouncedWhy()).isEqualTo("550 no such user");
        assertThat(dead.reachable()).isFalse();
        var mended = new Contact("m" + System.nanoTime() + "@paper.example", "");
        reporters.change(
                officer,
                reporter.id(),
                new ReporterDraft(dead.name(), dead.outlet(), dead.title(), dead.beats(), dead.note(), mended));
        transaction.execute(_ -> returns.tell());
        assertThat(reporters.get(reporter.id()).reachable()).isTrue();
    }
}
