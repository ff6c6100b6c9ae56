package kr.madang.approvals.demo;

import java.util.List;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.records.UnitTask;
import org.jspecify.annotations.Nullable;

/**
 * What papers of the demo office are about (문서 소재). Words in braces are filled in: {@code {월}}, {@code {날}}, {@code {일}}, {@code {건}},
 * {@code {값}} (one of {@link #values}), {@code {금액}}.
 *
 * @param task as the table of delegation names it
 * @param least least amount in thousand won; 0 when the matter has none
 * @param most greatest amount in thousand won
 * @param lines the items below the first sentence
 * @param often how often it comes, compared with the others of its team
 */
record Topic(
        String team,
        String title,
        String task,
        UnitTask unitTask,
        Disclosure disclosure,
        SecondNumber.@Nullable Kind second,
        int least,
        int most,
        List<String> values,
        String purpose,
        List<String> lines,
        List<String> keywords,
        int often) {
    DocumentKind kind() {
        if (second == null)
            return disclosure.kind() == Disclosure.Kind.PARTLY ? DocumentKind.PETITION : DocumentKind.GENERAL;
        return second == SecondNumber.Kind.ANNOUNCEMENT ? DocumentKind.NOTICE : DocumentKind.DIRECTIVE;
    }

    static UnitTask task(String code, String title, Retention retention) {
        return new UnitTask(code, title, retention);
    }
}
