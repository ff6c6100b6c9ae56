package kr.madang.approvals.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.figures.FigureRows.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the figures; each question has one body, from which both the value and its rows come. */
@Repository
class PaperCounts {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final List<String> COLUMNS = List.of("등록번호", "제목", "처리과", "팀", "기안자", "상신", "결재", "걸린 시간");

    /** A body gives {@code paper}, {@code number}, {@code unit_name} and {@code share} of every row. */
    enum Question {
        PRODUCED("""
                select e.paper, e.unit_name || '-' || e.serial as number, e.unit_name, 1::numeric as share
                from approvals.register_entry e join approvals.paper p on p.id = e.paper
                where e.register = 'PRODUCTION' and e.at >= :from and e.at < :to and p.disclosure = any(:disclosures)
                    and (:unit::text is null or e.unit_name = :unit) and (:team::text is null or p.team = :team)"""),
        /** Every paper's share of the mean, in hours. */
        APPROVAL_TIME("""
                select e.paper, e.unit_name || '-' || e.serial as number, e.unit_name,
                    round(extract(epoch from p.approved_at - p.submitted_at) / 3600 / count(*) over (), 12) as share
                from approvals.register_entry e join approvals.paper p on p.id = e.paper
                where e.register = 'PRODUCTION' and e.at >= :from and e.at < :to and p.submitted_at is not null
                    and p.disclosure = any(:disclosures)
                    and (:unit::text is null or e.unit_name = :unit) and (:team::text is null or p.team = :team)"""),
        /** Sent on its way at least so long before the end of the period, and neither decided nor given back by then. */
        OVERDUE("""
                select p.id as paper, '' as number, u.name as unit_name, 1::numeric as share
                from approvals.paper p join approvals.unit u on u.code = p.unit
                where p.made_at < :to and (p.approved_at >= :to or (p.approved_at is null
                        and (p.status in ('RUNNING', 'HELD') or p.changed_at >= :to)))
                    and p.disclosure = any(:disclosures)
                    and (:unit::text is null or u.name = :unit) and (:team::text is null or p.team = :team)
                    and exists (select from approvals.event s where s.paper = p.id and s.kind = 'SUBMITTED'
                        and s.at < :late and not exists (select from approvals.event b where b.paper = p.id
                            and b.number > s.number and b.at < :to and b.kind in ('RETURNED', 'WITHDRAWN')))""");

        private final String body;

        Question(String body) {
            this.body = body;
        }
    }

    private final JdbcClient db;

    PaperCounts(JdbcClient db) {
        this.db = db;
    }

    /** Empty while the office has no paper of the time or before. */
    Optional<BigDecimal> value(Question question, Map<String, String> dimensions, Period period, int days) {
        boolean any = db.sql("select exists (select from approvals.paper where made_at < :to)")
                .param("to", end(period))
                .query(Boolean.class)
                .single();
        if (!any) return Optional.empty();
        return Optional.of(asked("select coalesce(sum(f.share), 0) ", question, "", dimensions, period, days)
                .query(BigDecimal.class)
                .single());
    }

    FigureRows rows(
            Question question, Map<String, String> dimensions, Period period, int days, long offset, int limit) {
        long total = asked("select count(*) ", question, "", dimensions, period, days)
                .query(Long.class)
                .single();
        var rows = asked("""
                        select p.id, f.number, p.title, p.disclosure, f.unit_name, p.team, p.drafter_name,
                            p.submitted_at, p.approved_at, f.share """, question, """
                         order by coalesce(p.approved_at, p.made_at), p.id offset :offset limit :limit""", dimensions, period, days)
                .param("offset", offset)
                .param("limit", limit)
                .query(PaperCounts::row)
                .list();
        return new FigureRows(COLUMNS, rows, total);
    }

    private JdbcClient.StatementSpec asked(
            String select, Question question, String tail, Map<String, String> dimensions, Period period, int days) {
        var disclosure = dimensions.get("disclosure");
        var all = disclosure == null ? new String[] {"OPEN", "PARTLY", "CLOSED"} : new String[] {disclosure};
        return db.sql("%s\nfrom (%s) f join approvals.paper p on p.id = f.paper\n%s"
                        .formatted(select, question.body, tail))
                .param("from", moment(period.from()))
                .param("to", end(period))
                .param("late", moment(period.to().plusDays(1).minusDays(days)))
                .param("disclosures", all)
                .param("unit", dimensions.get("unit"), java.sql.Types.VARCHAR)
                .param("team", dimensions.get("team"), java.sql.Types.VARCHAR);
    }

    /** Titles of closed papers are not for everybody who may see a figure. */
    private static Row row(ResultSet row, int n) throws SQLException {
        boolean closed = row.getString("disclosure").equals("CLOSED");
        var sent = row.getObject("submitted_at", OffsetDateTime.class);
        var decided = row.getObject("approved_at", OffsetDateTime.class);
        var cells = Arrays.<@Nullable Object>asList(
                row.getString("number"),
                closed ? "(비공개)" : row.getString("title"),
                row.getString("unit_name"),
                row.getString("team"),
                row.getString("drafter_name"),
                said(sent),
                said(decided),
                sent == null || decided == null ? null : hours(sent, decided));
        return new Row("/desk/approvals/papers/" + row.getString("id"), cells, row.getBigDecimal("share"));
    }

    private static BigDecimal hours(OffsetDateTime from, OffsetDateTime to) {
        var seconds = java.time.Duration.between(from, to).toSeconds();
        return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(3600), 1, java.math.RoundingMode.HALF_UP);
    }

    private static @Nullable String said(@Nullable OffsetDateTime at) {
        if (at == null) return null;
        var there = at.atZoneSameInstant(SEOUL);
        return there.toLocalDate() + " " + there.toLocalTime().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }

    List<String> units() {
        return db.sql("select name from approvals.unit order by name")
                .query(String.class)
                .list();
    }

    List<String> teams(Period period) {
        return db.sql("""
                select distinct team from approvals.paper
                where team <> '' and made_at >= :from and made_at < :to order by team""")
                .param("from", moment(period.from()))
                .param("to", end(period))
                .query(String.class)
                .list();
    }

    static OffsetDateTime end(Period period) {
        return moment(period.to().plusDays(1));
    }

    static OffsetDateTime moment(LocalDate day) {
        return day.atTime(LocalTime.MIDNIGHT).atZone(SEOUL).toOffsetDateTime();
    }
}
