package kr.madang.report.template;

import java.util.List;

/**
 * Something in a template the clerk should look at.
 *
 * @param line 1-based
 * @param column 1-based, in characters
 * @param code message key of the reason
 * @param args fill the message
 */
public record Problem(int line, int column, Severity severity, String code, List<Object> args) {
    public enum Severity {
        /** The line cannot be read; the report cannot be made. */
        ERROR,
        /** The report can be made, but something looks wrong. */
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Problem onLine(int other) {
        return new Problem(other, column, severity, code, args);
    }
}
