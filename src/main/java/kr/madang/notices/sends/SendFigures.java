package kr.madang.notices.sends;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.figures.FigureRows.Row;
import kr.madang.kernel.figures.Figures;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of sends (발송 지표), counted from the sends that went out. */
@Component
class SendFigures implements Figures {
    private static final String TOTAL = "notices.sends_total";
    private static final String FLOW = "notices.sends";
    private static final Set<String> DIMENSIONS = Set.of("channel", "kind");
    private static final List<String> COLUMNS = List.of("번호", "제목", "발송일", "분류", "수단", "대상");

    private static final String BODY = """
            from notices.send s where s.started_at >= :from and s.started_at < :to
                and (:channel = '' or s.channel = :channel) and (:kind = '' or s.kind = :kind)
            """;

    private final JdbcClient db;

    SendFigures(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(
                new Figure(
                        TOTAL,
                        "알림 발송 누계",
                        Figure.Kind.STOCK,
                        "회",
                        0,
                        DIMENSIONS,
                        "기준일까지 결재를 받아 발송을 시작한 알림의 수. 시험 발송과 취소한 예약은 세지 않는다."),
                new Figure(
                        FLOW,
                        "알림 발송",
                        Figure.Kind.FLOW,
                        "회",
                        0,
                        DIMENSIONS,
                        "기간에 결재를 받아 발송을 시작한 알림의 수. 시험 발송과 취소한 예약은 세지 않는다."));
    }

    /** Empty while the office has sent nothing by then. */
    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        boolean any = db.sql("select exists (select from notices.send where started_at < :to)")
                .param("to", end(period))
                .query(Boolean.class)
                .single();
        if (!any) return Optional.empty();
        return Optional.of(asked("select count(*)::numeric ", key, period, "")
                .query(BigDecimal.class)
                .single());
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        long total =
                asked("select count(*) ", key, period, "").query(Long.class).single();
        var rows = asked("""
                select s.serial, s.title, s.started_at, s.kind, s.channel, coalesce(
                    (select r.rows::bigint from notices.run r where r.send = s.serial),
                    (select sum(count) from notices.past_count p where p.send = s.serial)) as rows
                """, key, period, "order by s.started_at, s.serial offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(SendFigures::row)
                .list();
        return new FigureRows(COLUMNS, rows, total);
    }

    private static Row row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        var cells = Arrays.<@Nullable Object>asList(
                (long) row.getInt("serial"),
                row.getString("title"),
                LocalDate.ofInstant(SendStore.instant(row, "started_at"), Calendar.SEOUL),
                switch (Kind.valueOf(row.getString("kind"))) {
                    case PUBLIC -> "공익";
                    case ADVERTISING -> "광고";
                    case DISASTER -> "재난";
                },
                switch (Channel.valueOf(row.getString("channel"))) {
                    case SMS -> "문자";
                    case EMAIL -> "전자우편";
                    case PUSH -> "알림";
                },
                row.getLong("rows"));
        return new Row("/desk/notices/sends/" + row.getInt("serial"), cells, BigDecimal.ONE);
    }

    private JdbcClient.StatementSpec asked(String select, FigureKey key, Period period, String tail) {
        var from = key.name().equals(TOTAL) ? Instant.parse("1900-01-01T00:00:00Z") : start(period.from());
        return db.sql(select + BODY + tail)
                .param("from", from)
                .param("to", end(period))
                .param("channel", key.dimensions().getOrDefault("channel", ""))
                .param("kind", key.dimensions().getOrDefault("kind", ""));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Calendar.SEOUL).toInstant();
    }

    private static Instant end(Period period) {
        return start(period.to().plusDays(1));
    }

    @Override
    public List<String> values(String figure, String dimension, Period period) {
        return dimension.equals("kind")
                ? Arrays.stream(Kind.values()).map(Enum::name).toList()
                : Arrays.stream(Channel.values()).map(Enum::name).toList();
    }
}
