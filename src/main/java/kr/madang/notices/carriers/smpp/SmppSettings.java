package kr.madang.notices.carriers.smpp;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What an operator's contract says about its SMPP line (문자 회선 설정).
 *
 * @param systemType what the operator wants to see there; mostly empty
 * @param tls whether the line is encrypted
 * @param codings tried in this order; the first that can write a text is used
 * @param window how many messages may be under way
 * @param patience how long an answer may take; after that the line is given up, unless it is alive and only this answer was lost
 * @param enquiry how long the line may be silent before it is asked whether it lives
 * @param pause first pause before the line is tried again; doubles up to {@code longest}
 * @param zone in which the operator writes its times
 */
public record SmppSettings(
        String host,
        int port,
        String systemId,
        String password,
        String systemType,
        boolean tls,
        List<Coding> codings,
        LongTexts longTexts,
        MessageIds ids,
        int window,
        Duration patience,
        Duration enquiry,
        Duration pause,
        Duration longest,
        ZoneId zone) {
    /** How a text goes out that is longer than a short message. */
    public enum LongTexts {
        /** In one piece, as message_payload: LMS. */
        PAYLOAD,
        /** In parts that the phone puts together. Only the last part asks for a receipt, which speaks for all. */
        PARTS
    }

    public SmppSettings {
        codings = List.copyOf(codings);
        if (codings.isEmpty()) throw new IllegalArgumentException("no coding");
        if (port < 1 || port > 65_535) throw new IllegalArgumentException("no such port: " + port);
        if (window < 1) throw new IllegalArgumentException("no window");
        if (patience.isNegative() || patience.isZero()) throw new IllegalArgumentException("no patience");
        if (enquiry.isNegative() || enquiry.isZero()) throw new IllegalArgumentException("no enquiry");
    }

    /** What most operators take. */
    public static SmppSettings of(String host, int port, String systemId, String password) {
        return new SmppSettings(
                host,
                port,
                systemId,
                password,
                "",
                false,
                List.of(Coding.KOREAN, Coding.UNICODE),
                LongTexts.PAYLOAD,
                MessageIds.AS_THEY_ARE,
                500,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                ZoneId.of("Asia/Seoul"));
    }

    public SmppSettings texts(List<Coding> codings, LongTexts longTexts) {
        return with(codings, longTexts, ids, window, patience, enquiry, pause, longest);
    }

    public SmppSettings ids(MessageIds ids) {
        return with(codings, longTexts, ids, window, patience, enquiry, pause, longest);
    }

    public SmppSettings window(int window, Duration patience) {
        return with(codings, longTexts, ids, window, patience, enquiry, pause, longest);
    }

    public SmppSettings line(Duration enquiry, Duration pause, Duration longest) {
        return with(codings, longTexts, ids, window, patience, enquiry, pause, longest);
    }

    /** The same operator and name with another way of working. */
    private SmppSettings with(
            List<Coding> codings,
            LongTexts longTexts,
            MessageIds ids,
            int window,
            Duration patience,
            Duration enquiry,
            Duration pause,
            Duration longest) {
        return new SmppSettings(
                host,
                port,
                systemId,
                password,
                systemType,
                tls,
                codings,
                longTexts,
                ids,
                window,
                patience,
                enquiry,
                pause,
                longest,
                zone);
    }

    /** The password does not belong in a log. */
    @Override
    public String toString() {
        return "SmppSettings[" + systemId + "@" + host + ":" + port + "]";
    }
}
