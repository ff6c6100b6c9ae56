package kr.madang.office.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A column of an execution export (집행내역), found by the names finance systems give it. */
public enum Column {
    YEAR(true, "회계연도", "회계년도", "연도"),
    POLICY(false, "정책사업", "정책사업명"),
    UNIT(false, "단위사업", "단위사업명"),
    PROJECT(true, "세부사업", "세부사업명"),
    LINE(true, "통계목", "통계목명", "예산과목"),
    KIND(true, "구분", "집행구분", "처리구분"),
    SOURCE(false, "재원", "재원구분"),
    DAY(true, "일자", "집행일자", "처리일자", "날짜"),
    AMOUNT(true, "금액", "집행금액", "금액(원)"),
    MEMO(false, "적요", "내용"),
    DOCUMENT(true, "문서번호", "집행번호"),
    OBLIGATION(false, "원인행위번호", "원인번호"),
    PAYEE(false, "거래처", "거래처명", "채주");

    private final boolean required;
    private final List<String> names;

    Column(boolean required, String... names) {
        this.required = required;
        this.names = List.of(names);
    }

    public boolean required() {
        return required;
    }

    public String title() {
        return names.getFirst();
    }

    static Optional<Column> of(String header) {
        var plain = header.replaceAll("\\s", "");
        return Arrays.stream(values()).filter(c -> c.names.contains(plain)).findFirst();
    }
}
