package kr.madang.approvals.records;

import java.util.regex.Pattern;
import kr.madang.kernel.Refused;

/**
 * A unit task of the office's classification (단위과제), under which files are kept.
 *
 * @param code eight places: one letter or digit each, as the classification (BRM) gives them
 */
public record UnitTask(String code, String title, Retention retention) {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{8}");

    public UnitTask {
        if (!CODE.matcher(code).matches()) throw Refused.invalid("approvals.task.code", code);
        if (title.isBlank() || title.length() > 100) throw Refused.invalid("approvals.task.title");
    }
}
