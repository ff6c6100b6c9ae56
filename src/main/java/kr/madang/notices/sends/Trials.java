package kr.madang.notices.sends;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.recipients.door.Browsers;
import kr.madang.notices.wording.Filled;
import kr.madang.notices.wording.PhoneNumber;
import kr.madang.notices.wording.Template;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets an officer have a message on his own phone first (시험 발송). It stands in no ledger, for nobody else is told. */
@Component
public class Trials {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_A_SEND = 20;

    /** What came of a trial. @param ending of the number it went to @param code the carrier's word for it, or empty */
    public record Trial(String ending, String state, String code, Instant at) {}

    /** The way a trial goes out; the runner has the lines. */
    public interface Way {
        /** Null while nothing can carry. */
        @org.jspecify.annotations.Nullable
        Answer hand(Channel channel, Parcel parcel, Instant until);
    }

    private final JdbcClient db;
    private final SendStore store;
    private final SendCheck check;
    private final Browsers browsers;
    private final Way way;
    private final Trail trail;
    private final TransactionOperations transaction;
    private final Clock clock;

    Trials(
            JdbcClient db,
            SendStore store,
            SendCheck check,
            Browsers browsers,
            Way way,
            Trail trail,
            TransactionOperations transaction,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.check = check;
        this.browsers = browsers;
        this.way = way;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param to the officer's own number or address */
    public Trial send(Actor by, int serial, String to) {
        Sends.require(by, Level.WORK);
        var send = store.find(serial).orElseThrow(() -> Refused.missing("notices.send.missing"));
        if (send.state().ran()) throw Refused.conflict("notices.send.started");
        int number = list(serial).size() + 1;
        if (number > MOST_A_SEND) throw Refused.conflict("notices.trial.many", MOST_A_SEND);
        var parcel = parcel(send, number, address(send.content().channel(), to));
        var answer = way.hand(send.content().channel(), parcel, clock.instant().plus(PATIENCE));
        if (answer == null) throw new Refused(Refused.Reason.CONFLICT, "notices.trial.noway");
        var trial = new Trial(ending(parcel.to()), state(answer), code(answer), now());
        transaction.executeWithoutResult(_ -> keep(by, send, number, trial));
        return trial;
    }

    private Parcel parcel(Send send, int number, String to) {
        var content = send.content();
        var filled = Template.parse(content.text()).fill(check.sample());
        if (!(filled instanceof Filled.Text(String text)) || text.isBlank())
            throw Refused.invalid("notices.text.empty");
        return new Parcel(
                new Parcel.Reference(send.serial(), 0, number),
                to,
                content.sender(),
                content.subject(),
                text,
                Parcel.Circle.PERSON);
    }

    private String address(Channel channel, String typed) {
        if (channel == Channel.PUSH) return browsers.address(typed).value();
        if (channel == Channel.EMAIL) {
            if (!typed.strip().matches("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,190}"))
                throw Refused.invalid("notices.trial.address");
            return typed.strip();
        }
        return PhoneNumber.find(typed)
                .map(PhoneNumber::digits)
                .orElseThrow(() -> Refused.invalid("notices.trial.number"));
    }

    private void keep(Actor by, Send send, int number, Trial trial) {
        db.sql("""
                insert into notices.trial (id, send, number, seal, ending, state, code, by_id, at)
                values (:id, :send, :number, :seal, :ending, :state, :code, :by, :at)""")
                .param("id", Id.next(trial.at()))
                .param("send", send.serial())
                .param("number", number)
                .param("seal", Seal.words(send.content()))
                .param("ending", trial.ending())
                .param("state", trial.state())
                .param("code", trial.code())
                .param("by", by.id())
                .param("at", trial.at())
                .update();
        if (trial.state().equals("handed")) store.tried(send.serial(), Seal.words(send.content()));
        trail.record(
                by,
                "notices",
                "send.tried",
                "send:" + send.serial(),
                Map.of("ending", trial.ending(), "state", trial.state()));
    }

    public List<Trial> list(int serial) {
        return db.sql("select ending, state, code, at from notices.trial where send = :send order by at")
                .param("send", serial)
                .query((row, n) -> new Trial(
                        row.getString("ending"),
                        row.getString("state"),
                        row.getString("code"),
                        SendStore.instant(row, "at")))
                .list();
    }

    private static String ending(String address) {
        return Masks.of(address);
    }

    private static String state(Answer answer) {
        return switch (answer) {
            case Answer.Handed _ -> "handed";
            case Answer.Rejected _ -> "rejected";
            case Answer.Unknown _ -> "unknown";
            case Answer.Throttled _, Answer.Unsent _, Answer.NotReceived _ -> "unsent";
        };
    }

    private static String code(Answer answer) {
        return switch (answer) {
            case Answer.Rejected(String code, boolean _) -> code;
            case Answer.Throttled(String code) -> code;
            case Answer.Unknown(String why) -> why;
            case Answer.Unsent(String why) -> why;
            case Answer.Handed _, Answer.NotReceived _ -> "";
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
