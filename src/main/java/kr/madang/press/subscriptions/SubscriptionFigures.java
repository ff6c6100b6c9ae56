package kr.madang.press.subscriptions;

import java.math.BigDecimal;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of papers for the leaders of the neighborhoods (통·반장 신문 구독 지표), counted from the rows that hold on the day. */
@Component
class SubscriptionFigures implements Figures {
    private static final String TITLES = "press.subscription_titles";
    private static final String COPIES = "press.subscription_copies";
    private static final String BODY = """
            from press.subscription s join press.outlet o on o.id = s.outlet
            where s.group_of = 'LEADERS' and s.from_on <= :day and (s.to_on is null or s.to_on >= :day)
            """;

    private final JdbcClient db;

    SubscriptionFigures(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(
                new Figure(
                        TITLES,
                        "통·반장 구독 신문",
                        Figure.Kind.STOCK,
                        "종",
                        0,
                        Set.of(),
                        "기준일에 통·반장에게 한 부라도 보내는 신문의 종수. 부서에서 보는 신문은 세지 않는다."),
                new Figure(
                        COPIES,
                        "통·반장 신문 구독 부수",
                        Figure.Kind.STOCK,
                        "부/월",
                        0,
                        Set.of(),
                        "기준일에 통·반장에게 보내는 신문의 부수 합계. 부서에서 보는 신문은 세지 않는다."));
    }

    /** Empty while the office took nothing yet. */
    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        boolean any = db.sql(
                        "select exists (select from press.subscription s where s.group_of = 'LEADERS' and s.from_on <= :day)")
                .param("day", period.to())
                .query(Boolean.class)
                .single();
        if (!any) return Optional.empty();
        var counted = key.name().equals(TITLES) ? "count(distinct s.outlet)" : "coalesce(sum(s.copies), 0)";
        return Optional.of(asked("select " + counted + "::numeric ", period, "")
                .query(BigDecimal.class)
                .single());
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        boolean titles = key.name().equals(TITLES);
        long total = asked(titles ? "select count(distinct s.outlet) " : "select count(*) ", period, "")
                .query(Long.class)
                .single();
        var sql = titles
                ? "select s.outlet, o.name, '' as recipient, sum(s.copies) as copies, min(s.from_on) as from_on "
                : "select s.outlet, o.name, s.recipient, s.copies, s.from_on ";
        var tail = titles
                ? "group by s.outlet, o.name order by min(s.from_on), o.name, s.outlet offset :offset limit :limit"
                : "order by s.from_on, o.name, s.recipient, s.id offset :offset limit :limit";
        var rows = asked(sql, period, tail)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new Row(
                        "/desk/press/subscriptions/" + row.getString("outlet"),
                        Arrays.<@Nullable Object>asList(
                                row.getString("name"),
                                titles ? null : row.getString("recipient"),
                                row.getObject("from_on", java.time.LocalDate.class),
                                row.getLong("copies")),
                        titles ? BigDecimal.ONE : BigDecimal.valueOf(row.getLong("copies"))))
                .list();
        return new FigureRows(List.of("신문", "받는 곳", "시작", "부수"), rows, total);
    }

    private JdbcClient.StatementSpec asked(String select, Period period, String tail) {
        return db.sql(select + BODY + tail).param("day", period.to());
    }
}
