package kr.madang.notices.lines;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;

/** A line that cannot be opened as it is set (열 수 없는 연결); it only says why. */
record Shut(String why) implements Carrier {
    @Override
    public List<Answer> hand(List<Parcel> parcels, Instant until) {
        return Collections.nCopies(parcels.size(), new Answer.Unsent(why));
    }

    @Override
    public Optional<String> trouble() {
        return Optional.of(why);
    }

    @Override
    public void close() {}
}
