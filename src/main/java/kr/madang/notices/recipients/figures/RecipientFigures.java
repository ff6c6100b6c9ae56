package kr.madang.notices.recipients.figures;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.figures.FigureRows.Row;
import kr.madang.kernel.figures.Figures;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many people the office could tell on a day (발송대상). Rows are dongs, and each leads to its people. */
@Component
class RecipientFigures implements Figures {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final String REACHED = """
             from notices.recipient r
            where (:dong::text is null or r.dong = :dong) and exists (
                select from notices.contact c join notices.consent k on k.contact = c.id
                where c.recipient = r.id and c.channel = :channel and k.purpose = 'PUBLIC'
                    and k.given_at < :end and (k.withdrawn_at is null or k.withdrawn_at >= :end))""";

    private final JdbcClient db;

    RecipientFigures(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(new Figure(
                "notices.recipients",
                "문자알림 발송대상",
                Figure.Kind.STOCK,
                "명",
                0,
                Set.of("dong", "channel"),
                "기간의 마지막 날이 끝날 때 공익 알림 수신 동의가 살아 있는 수신자의 수. 발송 수단을 정하지 않으면 문자. 동의와 철회의 기록을 센다."));
    }

    /** Empty while nobody had ever agreed to anything. */
    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        boolean any = db.sql("select exists (select from notices.consent where given_at < :end)")
                .param("end", end(period))
                .query(Boolean.class)
                .single();
        if (!any) return Optional.empty();
        return Optional.of(asked("select count(*)::numeric", key, period, "")
                .query(BigDecimal.class)
                .single());
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        var all = asked(
                        "select r.dong, count(*) as people, min(r.added_at) as first",
                        key,
                        period,
                        " group by r.dong order by first, r.dong")
                .query((row, n) -> new Row(
                        link(key, period, row.getString("dong")),
                        Arrays.<@Nullable Object>asList(
                                row.getString("dong").isEmpty() ? "(동 모름)" : row.getString("dong"),
                                row.getObject("first", OffsetDateTime.class)
                                        .atZoneSameInstant(SEOUL)
                                        .toLocalDate(),
                                row.getLong("people")),
                        row.getBigDecimal("people")))
                .list();
        var shown = all.stream().skip(offset).limit(limit).toList();
        return new FigureRows(List.of("동", "첫 수신자", "발송대상(명)"), shown, all.size());
    }

    private static String link(FigureKey key, Period period, String dong) {
        return "/desk/notices/recipients?on=" + period.to() + "&channel=" + channel(key) + "&dong="
                + (dong.isEmpty() ? "-" : URLEncoder.encode(dong, StandardCharsets.UTF_8));
    }

    private JdbcClient.StatementSpec asked(String select, FigureKey key, Period period, String tail) {
        return db.sql(select + REACHED + tail)
                .param("dong", key.dimensions().get("dong"), java.sql.Types.VARCHAR)
                .param("channel", channel(key))
                .param("end", end(period));
    }

    private static String channel(FigureKey key) {
        return key.dimensions().getOrDefault("channel", Channel.SMS.name()).toUpperCase(Locale.ROOT);
    }

    private static OffsetDateTime end(Period period) {
        return period.to().plusDays(1).atStartOfDay(SEOUL).toOffsetDateTime();
    }

    @Override
    public List<String> values(String figure, String dimension, Period period) {
        if (dimension.equals("channel"))
            return Arrays.stream(Channel.values())
                    .map(c -> c.name().toLowerCase(Locale.ROOT))
                    .toList();
        return db.sql("select distinct dong from notices.recipient where dong <> '' order by dong")
                .query(String.class)
                .list();
    }
}
