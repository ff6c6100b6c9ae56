package kr.madang.approvals.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.madang.approvals.figures.PaperCounts.Question;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.figures.Figures;
import org.springframework.stereotype.Component;

/** Figures of papers (문서 지표): how many, how fast, how many late. */
@Component
class PaperFigures implements Figures {
    /** From so many days after it was sent on its way a paper that nobody has decided is late. */
    static final int LATE_DAYS = (int) kr.madang.approvals.desk.Inbox.LATE.toDays();

    private static final String PRODUCED = "approvals.produced";
    private static final String APPROVAL_TIME = "approvals.approval_time";
    private static final String OVERDUE = "approvals.overdue";
    private static final Set<String> DIMENSIONS = Set.of("unit", "team", "disclosure");

    private final PaperCounts counts;

    PaperFigures(PaperCounts counts) {
        this.counts = counts;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(
                new Figure(
                        PRODUCED,
                        "생산문서",
                        Figure.Kind.FLOW,
                        "건",
                        0,
                        DIMENSIONS,
                        "기간에 결재가 끝나 생산등록번호를 받은 문서의 수. 등록대장의 줄을 센다."),
                new Figure(
                        APPROVAL_TIME,
                        "평균 결재 시간",
                        Figure.Kind.FLOW,
                        "시간",
                        1,
                        DIMENSIONS,
                        "기간에 결재가 끝난 문서가 마지막 상신부터 결재까지 걸린 시간의 평균(쉬는 시간도 센다). 각 문서의 몫은 걸린 시간을 문서 수로 나눈 값이다."),
                new Figure(
                        OVERDUE,
                        "지연 문서",
                        Figure.Kind.STOCK,
                        "건",
                        0,
                        DIMENSIONS,
                        "기간의 마지막 날이 끝날 때, 상신한 지 " + LATE_DAYS + "일이 넘도록 결재도 반려·회수도 되지 않은 문서의 수."));
    }

    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        return counts.value(question(key), key.dimensions(), period, LATE_DAYS);
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        return counts.rows(question(key), key.dimensions(), period, LATE_DAYS, offset, limit);
    }

    private static Question question(FigureKey key) {
        return switch (key.name()) {
            case PRODUCED -> Question.PRODUCED;
            case APPROVAL_TIME -> Question.APPROVAL_TIME;
            case OVERDUE -> Question.OVERDUE;
            default -> throw new IllegalArgumentException(key.name());
        };
    }

    @Override
    public List<String> values(String figure, String dimension, Period period) {
        return switch (dimension) {
            case "unit" -> counts.units();
            case "team" -> counts.teams(period);
            default -> List.of("OPEN", "PARTLY", "CLOSED");
        };
    }
}
