package kr.madang.approvals.delegation;

import java.util.List;

/**
 * One sentence of why somebody decides (전결 사유), as the key of the message and what fills it.
 *
 * @param code key in the room's words
 */
public record Reason(String code, List<Object> args) {
    public Reason {
        args = List.copyOf(args);
    }

    static Reason of(String code, Object... args) {
        return new Reason(code, List.of(args));
    }
}
