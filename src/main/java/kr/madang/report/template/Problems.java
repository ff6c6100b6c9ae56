package kr.madang.report.template;

import java.util.ArrayList;
import java.util.List;

/** Collects problems while a text is read, up to a number nobody would read anyway. */
final class Problems {
    private static final int MOST = 200;
    private final List<Problem> found = new ArrayList<>();

    void error(int line, int column, String code, Object... args) {
        add(new Problem(line, column, Problem.Severity.ERROR, "report.template." + code, List.of(args)));
    }

    void warn(int line, int column, String code, Object... args) {
        add(new Problem(line, column, Problem.Severity.WARNING, "report.template." + code, List.of(args)));
    }

    private void add(Problem problem) {
        if (found.size() < MOST) found.add(problem);
    }

    List<Problem> list() {
        return List.copyOf(found);
    }
}
