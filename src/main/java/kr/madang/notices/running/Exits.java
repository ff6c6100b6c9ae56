package kr.madang.notices.running;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;

/** The ways out a runner hands messages to (나가는 연결). */
public interface Exits {
    /** @param number by which the ledger knows it */
    record Exit(int number, Carrier carrier) {}

    /** Those that are open on this node. */
    List<Exit> open(Channel channel);

    /** The one for the next messages; empty while none can carry. */
    Optional<Exit> choose(Channel channel);

    /** How it did. */
    void seen(Exit exit, List<Answer> answers, Duration took);
}
