package kr.madang.notices.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Balance;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Standing;
import org.springframework.stereotype.Component;

/** The lines that run on this node, and which of them gets the next messages (발송 연결). */
@Component
public class Lines {
    /** How many usually hand over at once and so share a rate. */
    private static final int HOLDERS = 4;

    private final LineKeeper keeper;
    private final LineStates states;

    Lines(LineKeeper keeper, LineStates states) {
        this.keeper = keeper;
        this.states = states;
    }

    /**
     * A way out that is open here.
     *
     * @param number by which the ledger knows it; never given to another
     */
    public record Line(int number, String name, Channel channel, Carrier carrier) {}

    /** Those that run on this node now, by number. */
    public List<Line> open(Channel channel) {
        return keeper.open().values().stream()
                .filter(line -> line.stored().channel() == channel)
                .map(Lines::line)
                .toList();
    }

    private static Line line(OpenLine open) {
        var stored = open.stored();
        return new Line(stored.number(), stored.name(), stored.channel(), open);
    }

    /** The line of this number if it is open here, whatever its channel. */
    public Optional<Line> find(int number) {
        return Optional.ofNullable(keeper.open().get(number)).map(Lines::line);
    }

    /** The line for the next messages, by balance and pin; empty while none can carry. */
    public Optional<Line> choose(Channel channel) {
        var open = open(channel);
        if (open.isEmpty()) return Optional.empty();
        return balance(channel, open)
                .choose(ThreadLocalRandom.current().nextDouble())
                .flatMap(name ->
                        open.stream().filter(l -> key(l.number()).equals(name)).findFirst());
    }

    /** The shares are the office's, the troubles are this node's. */
    private Balance balance(Channel channel, List<Line> open) {
        var standings = new LinkedHashMap<String, Standing>();
        for (var stored : keeper.lines())
            for (var line : open)
                if (line.number() == stored.number())
                    standings.put(
                            key(line.number()),
                            new Standing(
                                    key(line.number()),
                                    stored.weight(),
                                    line.carrier().trouble(),
                                    Instant.EPOCH,
                                    Instant.EPOCH,
                                    List.of()));
        return new Balance(standings, keeper.pinned(channel).map(Lines::key), List.of());
    }

    static String key(int number) {
        return Integer.toString(number);
    }

    /** Tells how a line did, so that the next choice knows. */
    public void seen(Line line, List<Answer> answers, Duration took) {
        var theirs = answers.stream()
                .filter(answer -> answer != OpenLine.HELD_BACK && answer != OpenLine.TAKEN_AWAY)
                .toList();
        if (!theirs.isEmpty())
            states.seen(line.number(), Balance.Seen.of(theirs, took.minus(held(line, theirs.size()))));
    }

    /** How long our own rate may have held so many back. */
    private static Duration held(Line line, int messages) {
        if (!(line.carrier() instanceof OpenLine open) || open.stored().rate() == 0) return Duration.ZERO;
        return Duration.ofMillis(1_000L * messages * HOLDERS / open.stored().rate());
    }
}
