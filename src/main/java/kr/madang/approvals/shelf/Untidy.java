package kr.madang.approvals.shelf;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may not be in order when a year is put in order (정리 점검 항목). */
public enum Untidy {
    UNFILED("편철 안 됨", "p.status = 'APPROVED' and d.file is null"),
    UNFINISHED("결재 진행 중", "p.status in ('RUNNING', 'HELD')"),
    UNREPORTED(
            "사후보고 미확인", "exists (select from approvals.seat s where s.paper = p.id and s.duty = 'REPORT' and s.due)"),
    SUMMARY("문서요지 없음", "p.status = 'APPROVED' and p.summary = ''"),
    KEYWORDS("키워드 없음", "p.status = 'APPROVED' and cardinality(p.keywords) = 0"),
    GROUNDLESS("비공개 근거 없음", "p.disclosure <> 'OPEN' and cardinality(p.grounds) = 0"),
    PARTLESS("비공개할 부분 없음", "p.disclosure = 'PARTLY' and p.closed_parts = ''"),
    TASKLESS(
            "기준표에 없는 단위과제",
            "p.status = 'APPROVED' and not exists (select from approvals.unit_task t"
                    + " where t.unit = p.unit and t.code = p.unit_task)"),
    SHORT(
            "철의 보존기간이 더 짧음",
            "f.closed_on is not null and array_position(:periods::text[], p.retention)"
                    + " < array_position(:periods::text[], f.retention)");

    private final String title;
    private final String condition;

    Untidy(String title, String condition) {
        this.title = title;
        this.condition = condition;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** On a paper {@code p}, where it lies {@code d} and its file {@code f}. */
    String condition() {
        return condition;
    }

    public static Optional<Untidy> of(String word) {
        return Arrays.stream(values()).filter(u -> u.word().equals(word)).findFirst();
    }
}
