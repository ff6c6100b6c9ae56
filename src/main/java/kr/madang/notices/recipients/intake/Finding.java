package kr.madang.notices.recipients.intake;

import java.util.List;

/**
 * What is worth saying about one row (확인할 것).
 *
 * @param line line of the file
 * @param code message key of the reason
 * @param refused whether the row is not taken over for it
 */
public record Finding(int line, String code, List<Object> args, boolean refused) {
    static Finding refused(int line, String code, Object... args) {
        return new Finding(line, code, List.of(args), true);
    }

    static Finding note(int line, String code, Object... args) {
        return new Finding(line, code, List.of(args), false);
    }
}
