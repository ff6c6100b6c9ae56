package kr.madang.notices.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.push.Gone;
import kr.madang.notices.carriers.push.Subscription;

/**
 * The browsers of the demo office that nobody has (시연용 브라우저): messages to them are shown on its telephone, and some of them have taken
 * their subscription back. A visitor's own browser is written to as in any office.
 */
record DemoBrowsers(Carrier real, Phone phone, Gone gone) implements Carrier {
    /** No such host can exist. */
    private static final Pattern MADE_UP = Pattern.compile("https://push\\.madang\\.example/browser/(\\d{1,9}) .*");

    private static final int ONE_IN = 40;

    @Override
    public List<Answer> hand(List<Parcel> parcels, Instant until) {
        var others = parcels.stream().filter(parcel -> !madeUp(parcel)).toList();
        var answers = (others.isEmpty() ? List.<Answer>of() : real.hand(others, until)).iterator();
        var all = new ArrayList<Answer>(parcels.size());
        for (var parcel : parcels) all.add(madeUp(parcel) ? take(parcel) : answers.next());
        return all;
    }

    private static boolean madeUp(Parcel parcel) {
        return MADE_UP.matcher(parcel.to()).matches();
    }

    private Answer take(Parcel parcel) {
        var at = MADE_UP.matcher(parcel.to());
        var number = at.matches() ? at.group(1) : "";
        if (Integer.parseInt(number) % ONE_IN == 0) {
            gone.gone(Subscription.of(parcel.to()));
            return new Answer.Rejected("gone", true);
        }
        phone.shown(number, parcel);
        return new Answer.Handed(
                "https://push.madang.example/message/" + parcel.reference().name());
    }

    @Override
    public Optional<String> trouble() {
        return real.trouble();
    }

    /** What is made up can always be reached. */
    @Override
    public Optional<String> tryOut(Duration patience) {
        return Optional.empty();
    }

    @Override
    public void close() {
        real.close();
    }
}
