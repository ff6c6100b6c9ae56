package kr.madang.notices.singles;

import java.time.Duration;
import java.util.Locale;
import kr.madang.notices.Kind;
import kr.madang.notices.ledger.Lane;

/** What a message to one person is for (쓰임), which decides how urgent it is, at which hours it goes and how long it is worth sending. */
public enum Use {
    /** 인증번호: somebody waits for it this minute. */
    CODE(Lane.TRANSACTIONAL, Kind.DISASTER, Duration.ofHours(1)),
    /** 비상연락: an officer is called out. */
    CALL(Lane.DISASTER, Kind.DISASTER, Duration.ofHours(6)),
    /** 새글 알림: the officer who gets it has chosen the hours himself. */
    POST(Lane.TRANSACTIONAL, Kind.DISASTER, Duration.ofDays(1)),
    /** 연계 발송: asked for by another program; rests as public messages do, over a long holiday too. */
    API(Lane.TRANSACTIONAL, Kind.PUBLIC, Duration.ofDays(7)),
    /** 부서 발송: a room hands letters over, such as press releases; whoever gets them asked for them and is a professional. */
    LETTER(Lane.TRANSACTIONAL, Kind.DISASTER, Duration.ofDays(2)),
    /** 연계 시험: what programs try out; it never leaves the house. */
    TEST(Lane.TRANSACTIONAL, Kind.DISASTER, Duration.ofHours(1));

    private final Lane lane;
    private final Kind hours;
    private final Duration worth;

    Use(Lane lane, Kind hours, Duration worth) {
        this.lane = lane;
        this.hours = hours;
        this.worth = worth;
    }

    public Lane lane() {
        return lane;
    }

    /** The kind whose hours it keeps; what somebody waits for goes at any hour. */
    public Kind hours() {
        return hours;
    }

    /** For how long it is worth sending; later it would only confuse. */
    public Duration worth() {
        return worth;
    }

    /** Whether lines of the office carry it. */
    public boolean leaves() {
        return this != TEST;
    }

    public String code() {
        return "notices.use." + name().toLowerCase(Locale.ROOT);
    }
}
