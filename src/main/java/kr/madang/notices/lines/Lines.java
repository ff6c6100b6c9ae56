package kr.madang.notices.lines;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import org.springframework.stereotype.Component;

/** The lines that run on this node, and which of them gets the next messages (발송 연결). */
@Component
public class Lines {
    /**
     * A way out that is open here.
     *
     * @param number by which the ledger knows it; never given to another
     */
    public record Line(int number, String name, Channel channel, Carrier carrier) {}

    /** Those that run on this node now, by number. */
    public List<Line> open(Channel channel) {
        return List.of();
    }

    /** The line for the next messages, by balance and pin; empty while none can carry. */
    public Optional<Line> choose(Channel channel) {
        return Optional.empty();
    }

    /** Tells how a line did, so that the next choice knows. */
    public void seen(Line line, List<Answer> answers, Duration took) {}
}
