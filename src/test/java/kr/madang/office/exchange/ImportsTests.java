package kr.madang.office.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.office.Books;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.Grants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
class ImportsTests {
    private static final Actor BY = Actor.SYSTEM;
    private static final String HEADS = "회계연도,세부사업,통계목,구분,일자,금액,문서번호,원인행위번호,거래처,적요\n";

    @Autowired
    Imports imports;

    @Autowired
    Budget budget;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient db;

    Books books;

    @BeforeEach
    void open() {
        books = new Books(db);
    }

    private String row(String kind, String day, String amount, String document, String obligation) {
        return "%d,사업,201-01 사무관리비,%s,%s,%s,%s,%s,시연상사 01,시험\n"
                .formatted(books.year, kind, day.replace("Y", "" + books.year), amount, document, obligation);
    }

    private String good() {
        return HEADS
                + row("지출", "Y.3.2.", "\"40,000\"", "지-1", "원-1")
                + row("원인행위", "Y-03-01", "100000", "원-1", "")
                + row("반납", "Y0305", "5000", "반-1", "원-1");
    }

    private Preview preview(String text) {
        return preview(text.getBytes(StandardCharsets.UTF_8), null);
    }

    private Preview preview(byte[] bytes, BigDecimal stated) {
        return imports.preview(BY, imports.upload(BY, "집행내역.csv", bytes), stated);
    }

    private List<String> codes(String text) {
        return preview(text).mistakes().stream().map(Mistake::code).toList();
    }

    private long spent() {
        return budget.tree(books.year, books.day(12, 31)).total().spent();
    }

    private long entries() {
        return db.sql("select count(*) from office.ledger_entry where fiscal_year = :year")
                .param("year", books.year)
                .query(Long.class)
                .single();
    }

    @Test
    void takesAFileInOnceHoweverOftenItIsSent() {
        var bytes = good().getBytes(Charset.forName("x-windows-949"));
        var draft = imports.upload(BY, "집행내역.csv", bytes);
        var batch = imports.confirm(BY, draft, BigDecimal.valueOf(145_000));
        assertThat(batch.rows()).isEqualTo(3);
        assertThat(spent()).isEqualTo(35_000);
        var again = imports.upload(BY, "집행내역.csv", bytes);
        assertThat(imports.preview(BY, again, null).repeated()).isTrue();
        assertThatThrownBy(() -> imports.confirm(BY, again, null)).isInstanceOf(Refused.class);
        // the same rows in another file, with one more
        var more = imports.upload(
                BY, "둘째.csv", (good() + row("지출", "Y-04-01", "1000", "지-2", "원-1")).getBytes(StandardCharsets.UTF_8));
        var second = imports.confirm(BY, more, null);
        assertThat(second.rows()).isEqualTo(1);
        assertThat(second.skipped()).isEqualTo(3);
        assertThat(spent()).isEqualTo(36_000);
        assertThat(entries()).isEqualTo(4);
    }

    @Test
    void readsXlsxAsWell() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.xlsx(out, "집행")) {
            sheet.row("회계연도", "세부사업", "통계목", "구분", "일자", "금액", "문서번호", "거래처");
            sheet.row(books.year, "사업", "사무관리비", "원인행위", books.day(3, 1), 7_000L, "원-9", "시연상사");
            sheet.row("합계", null, null, null, null, 7_000L, null, null);
        }
        var draft = imports.upload(BY, "집행.xlsx", out.toByteArray());
        assertThat(imports.confirm(BY, draft, null).total()).isEqualTo(7_000);
    }

    @Test
    void saysWhatIsWrongRowByRowAndWritesNothing() {
        assertThat(codes(HEADS + row("지출", "Y-02-30", "1", "가", "나"))).contains("office.import.day");
        assertThat(codes(HEADS + row("원인행위", "Y-02-03", "-1", "가", ""))).contains("office.import.positive");
        assertThat(codes(HEADS + row("원인행위", "Y-02-03", "12a", "가", ""))).contains("office.import.amount");
        assertThat(codes(HEADS + row("원인행위", "Y-02-03", "1.5", "가", ""))).contains("office.import.amount");
        assertThat(codes(HEADS + row("원인행위", "Y-02-03", "1e99999999", "가", ""))).contains("office.import.amount");
        assertThat(codes(HEADS + row("원인행위", "Y-02-03", "=1+1", "가", ""))).contains("office.import.formula");
        assertThat(codes(HEADS + row("송금", "Y-02-03", "1", "가", ""))).contains("office.import.choice");
        assertThat(codes(HEADS + row("지출", "Y-02-03", "1", "가", ""))).contains("office.import.obligation_missing");
        assertThat(codes(HEADS + row("지출", "Y-02-03", "1", "가", "없음"))).contains("office.import.obligation");
        assertThat(codes((HEADS + row("원인행위", "Y-02-03", "1", "가", "")).replace(",사업,", ",없는사업,")))
                .contains("office.import.project");
        assertThat(codes(HEADS + row("원인행위", "Y-02-03", "1", "가", "") + row("원인행위", "Y-02-04", "1", "가", "")))
                .contains("office.import.twice");
        assertThat(codes(HEADS + row("원인행위", "Y-02-03", "1000001", "가", ""))).contains("office.ledger.over_budget");
        assertThat(codes(good() + row("지출", "Y-03-03", "60001", "지-2", "원-1")))
                .contains("office.ledger.over_obligation");
        assertThat(codes(good() + "합계,,,,,999\n")).contains("office.import.total");
        assertThat(preview(good().getBytes(StandardCharsets.UTF_8), BigDecimal.ONE)
                        .mistakes())
                .extracting(Mistake::code)
                .containsExactly("office.import.stated");
        var mistake = preview(HEADS + row("원인행위", "Y-02-03", "1", "다", "") + row("지출", "Y-02-30", "1", "가", "다"))
                .mistakes()
                .getFirst();
        assertThat(mistake.line()).isEqualTo(3);
        assertThat(mistake.column()).isEqualTo("일자");
        assertThat(entries()).isZero();
    }

    @Test
    void oneBadRowKeepsAllOut() {
        var draft = imports.upload(
                BY, "a.csv", (good() + row("지출", "Y-13-01", "1", "지-2", "원-1")).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> imports.confirm(BY, draft, null))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("office.import.mistakes"));
        assertThat(entries()).isZero();
    }

    @Test
    void aFailureInTheMiddleLeavesNothing() {
        var draft = imports.upload(BY, "a.csv", good().getBytes(StandardCharsets.UTF_8));
        db.sql("""
                create function office.fail_%1$d() returns trigger language plpgsql as $$
                begin
                    if new.fiscal_year = %1$d and new.kind = 'RETURN' then raise exception 'disk full'; end if;
                    return new;
                end $$""".formatted(books.year)).update();
        db.sql(
                        "create trigger fail_%1$d before insert on office.ledger_entry for each row execute function office.fail_%1$d()"
                                .formatted(books.year))
                .update();
        try {
            assertThatThrownBy(() -> imports.confirm(BY, draft, null)).hasMessageContaining("disk full");
            assertThat(entries()).isZero();
            assertThat(db.sql("select count(*) from office.ledger_day where fiscal_year = :year")
                            .param("year", books.year)
                            .query(Long.class)
                            .single())
                    .isZero();
        } finally {
            db.sql("drop trigger fail_%d on office.ledger_entry".formatted(books.year))
                    .update();
        }
        assertThat(imports.confirm(BY, draft, null).rows()).isEqualTo(3);
    }

    @Test
    void closedYearsAndHeadlessFilesAreRefused() {
        assertThatThrownBy(() -> preview("아무거나,없음\n1,2\n"))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("office.import.headless"));
        grants.close(BY, books.year);
        assertThat(codes(good())).contains("office.year.closed");
    }

    @Test
    void nobodySeesAnothersUpload() {
        var draft = imports.upload(BY, "a.csv", good().getBytes(StandardCharsets.UTF_8));
        var other = new Actor(java.util.UUID.randomUUID(), "other", "다른 사람", "", java.util.Map.of());
        assertThatThrownBy(() -> imports.preview(other, draft, null))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("office.import.gone"));
    }
}
