package kr.madang.notices.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.officers.Officers;
import kr.madang.notices.officers.Reach;
import kr.madang.notices.singles.Single;
import kr.madang.notices.singles.Singles;
import kr.madang.notices.singles.Use;
import kr.madang.notices.wording.Check;
import kr.madang.notices.wording.Encoding;
import kr.madang.notices.wording.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the messages of a call (소집 메시지): to the telephone and to the e-mail address of each, with the link to answer by. */
@Component
class Telling {
    /** What was posted to one person. */
    record Posted(@Nullable UUID sms, @Nullable UUID email) {
        static final Posted NOTHING = new Posted(null, null);
    }

    private final Officers officers;
    private final Singles singles;
    private final CallSlips slips;

    Telling(Officers officers, Singles singles, CallSlips slips) {
        this.officers = officers;
        this.singles = singles;
        this.slips = slips;
    }

    /** In the transaction in which it is written that they were told. */
    Map<String, Posted> tell(Actor by, int serial, Call call, List<String> people) {
        var reached = officers.reach(people.stream().map(UUID::fromString).toList());
        var letters = new ArrayList<Single>();
        var owners = new ArrayList<String>();
        for (var person : people) {
            var reach = reached.getOrDefault(UUID.fromString(person), Reach.NOWHERE);
            for (var channel : List.of(Channel.SMS, Channel.EMAIL))
                reach.on(channel).ifPresent(address -> {
                    letters.add(letter(channel, address, serial, call, person));
                    owners.add(person);
                });
        }
        var ids = singles.post(by, letters);
        var posted = new HashMap<String, Posted>();
        for (int i = 0; i < ids.size(); i++) {
            var before = posted.getOrDefault(owners.get(i), Posted.NOTHING);
            boolean sms = letters.get(i).channel() == Channel.SMS;
            posted.put(
                    owners.get(i), sms ? new Posted(ids.get(i), before.email()) : new Posted(before.sms(), ids.get(i)));
        }
        return posted;
    }

    /** @throws Refused when phones could not show what the call says, or not take all of it with the link to answer by */
    void check(Call call) {
        var read = Encoding.USUAL.read(text(0, call, 0));
        int over = read.bytes() - Limits.USUAL.lms();
        if (read.marked() > 0) throw Refused.invalid(Check.MARKED.code(), read.marked());
        if (over > 0) throw Refused.invalid(Check.TOO_LONG.code(), over, Limits.USUAL.lms());
    }

    /** Links of all calls are of the same length. */
    private String text(int serial, Call call, int place) {
        return call.text() + "\n참석 여부: " + slips.link(serial, place);
    }

    private Single letter(Channel channel, String address, int serial, Call call, String person) {
        var text = text(serial, call, places(call).indexOf(person));
        var subject = channel == Channel.EMAIL
                ? (call.drill() ? "[훈련] " : "") + "비상소집: " + call.tree().name()
                : "";
        return new Single(Use.CALL, channel, address, subject, text, "call:" + serial);
    }

    /** Everybody of the tree, once, in its order. */
    static List<String> places(Call call) {
        var people = new LinkedHashSet<String>();
        call.tree().rungs().forEach(rung -> people.addAll(rung.people()));
        return List.copyOf(people);
    }
}
