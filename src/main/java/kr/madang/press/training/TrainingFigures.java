package kr.madang.press.training;

import java.math.BigDecimal;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of training and booklets (홍보교육 지표). */
@Component
class TrainingFigures implements Figures {
    private static final String TRAINING = "press.training";
    private static final String BOOKLETS = "press.booklets";

    private final JdbcClient db;

    TrainingFigures(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(
                new Figure(TRAINING, "직원 홍보교육", Figure.Kind.FLOW, "회", 0, Set.of(), "기간에 실시한 직원 홍보교육의 횟수."),
                new Figure(BOOKLETS, "교육용 책자 발간", Figure.Kind.FLOW, "회", 0, Set.of(), "기간에 펴낸 교육용 책자의 수."));
    }

    private static String table(FigureKey key) {
        return key.name().equals(TRAINING) ? "press.training" : "press.booklet";
    }

    /** Empty while nothing of the kind was ever done by then. */
    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        boolean any = db.sql("select exists (select from %s where day <= :to)".formatted(table(key)))
                .param("to", period.to())
                .query(Boolean.class)
                .single();
        return any ? Optional.of(BigDecimal.valueOf(count(key, period))) : Optional.empty();
    }

    private long count(FigureKey key, Period period) {
        return db.sql("select count(*) from %s where day between :from and :to".formatted(table(key)))
                .param("from", period.from())
                .param("to", period.to())
                .query(Long.class)
                .single();
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        boolean training = key.name().equals(TRAINING);
        var columns = training ? List.of("날짜", "제목", "참석") : List.of("날짜", "제목", "부수");
        var fields = training ? "id, day, subject as title, attendees as number" : "id, day, title, copies as number";
        var rows = db.sql(
                        "select %s from %s where day between :from and :to order by day, id offset :offset limit :limit"
                                .formatted(fields, table(key)))
                .param("from", period.from())
                .param("to", period.to())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new Row(
                        "/desk/press/training/" + (training ? "" : "booklets/") + row.getString("id"),
                        Arrays.<@Nullable Object>asList(
                                row.getObject("day", LocalDate.class), row.getString("title"), row.getLong("number")),
                        BigDecimal.ONE))
                .list();
        return new FigureRows(columns, rows, count(key, period));
    }
}
