package kr.madang.bench;

import java.util.List;

/** One thing that should be fast (속도 재기). */
interface Bench {
    /** The word after {@code ./madang bench}. */
    String name();

    /** What is measured and what was promised, for the page. */
    String goal();

    List<Result> run(Demo demo) throws Exception;

    /**
     * One line of the page.
     *
     * @param promise the promised figure; empty when none was given
     * @param kept whether the promise was kept; true when none was given
     */
    record Result(String what, String value, String promise, boolean kept) {
        static Result millis(String what, double millis, double promised) {
            return new Result(what, show(millis), "≤ " + show(promised), millis <= promised);
        }

        static Result plain(String what, String value) {
            return new Result(what, value, "", true);
        }

        private static String show(double millis) {
            return millis >= 1000 ? "%.2f s".formatted(millis / 1000) : "%.1f ms".formatted(millis);
        }
    }
}
