package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;

/**
 * Who is reached, as one question to the database (발송 대상 조건): what {@link Consents} says of one, said of all at once.
 *
 * @param sql from and where over {@code contact c} and {@code recipient r}
 */
record Reach(String sql, Map<String, Object> params) {
    private static final String STANDS =
            "k.contact = c.id and k.given_at <= :at and (k.withdrawn_at is null or k.withdrawn_at > :at)";

    static Reach of(Audience audience, Channel channel, Kind kind, Instant at) {
        var params = new LinkedHashMap<String, Object>();
        var sql = new StringBuilder("""
                 from notices.contact c join notices.recipient r on r.id = c.recipient
                where c.channel = :channel and c.sealed is not null and c.dead_at is null and c.added_at <= :at""");
        params.put("channel", channel.name());
        params.put("at", at);
        if (!audience.dongs().isEmpty()) {
            sql.append(" and r.dong = any(:dongs)");
            params.put("dongs", audience.dongs().toArray(String[]::new));
        }
        if (!audience.ages().isEmpty()) {
            sql.append(" and r.age = any(:ages)");
            params.put("ages", audience.ages().stream().map(AgeBand::number).toArray(Integer[]::new));
        }
        boolean topics = !audience.topics().isEmpty();
        if (topics) params.put("topics", audience.topics().toArray(String[]::new));
        sql.append(
                switch (kind) {
                    case PUBLIC -> agreed(Purpose.PUBLIC, topics);
                    case ADVERTISING ->
                        agreed(Purpose.ADVERTISING, false)
                                + (Night.covers(at) ? agreed(Purpose.NIGHT, false) : "")
                                + (topics ? agreed(Purpose.PUBLIC, true) : "");
                    case DISASTER -> NOT_REFUSED;
                });
        return new Reach(sql.toString(), params);
    }

    private static String agreed(Purpose purpose, boolean topics) {
        return " and exists (select from notices.consent k where " + STANDS + " and k.purpose = '" + purpose + "'"
                + (topics ? " and (k.topic = '' or k.topic = any(:topics)))" : ")");
    }

    private static final String NOT_REFUSED = " and not (exists (select from notices.consent k where k.contact = c.id"
            + " and k.purpose = 'DISASTER' and k.withdrawn_at <= :at)"
            + " and not exists (select from notices.consent k where " + STANDS + " and k.purpose = 'DISASTER'))";
}
