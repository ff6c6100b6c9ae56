package kr.madang.notices.running;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.lines.Lines;
import kr.madang.notices.sends.Trials;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of this office as ways out (발송 연결). */
@Component
class LinesExits implements Exits, Trials.Way {
    private final Lines lines;

    LinesExits(Lines lines) {
        this.lines = lines;
    }

    @Override
    public List<Exit> open(Channel channel) {
        return lines.open(channel).stream().map(LinesExits::exit).toList();
    }

    @Override
    public Optional<Exit> choose(Channel channel) {
        return lines.choose(channel).map(LinesExits::exit);
    }

    private static Exit exit(Lines.Line line) {
        return new Exit(line.number(), line.carrier());
    }

    @Override
    public void seen(Exit exit, List<Answer> answers, Duration took) {
        lines.find(exit.number()).ifPresent(line -> lines.seen(line, answers, took));
    }

    @Override
    public @Nullable Answer hand(Channel channel, Parcel parcel, Instant until) {
        var exit = choose(channel).filter(e -> e.carrier().trouble().isEmpty());
        return exit.map(e -> e.carrier().hand(List.of(parcel), until).getFirst())
                .orElse(null);
    }
}
