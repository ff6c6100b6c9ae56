package kr.madang.kernel.seed;

import java.util.List;
import java.util.stream.IntStream;

/** The plug through which a room tells a visitor of the demo office what there is to try. */
public interface DemoGuide {
    /** Whom one may sign in as. */
    default List<Account> accounts() {
        return List.of();
    }

    /** The one password of these accounts, for the console; empty when this guide has none. */
    default String password() {
        return "";
    }

    /** What to try, step by step. */
    default List<Walk> walks() {
        return List.of();
    }

    /**
     * A demo account.
     *
     * @param who message key of the role in the office
     * @param may message key of what the account may do
     */
    record Account(String login, String who, String may) {}

    /**
     * A short walk through the demo office.
     *
     * @param title message key
     * @param steps message keys, one a step
     * @param href where it starts
     * @param order position among all walks
     */
    record Walk(String title, List<String> steps, String href, int order) {
        /** A walk whose steps have the message keys {@code title.1}, {@code title.2} and so on. */
        public static Walk of(String title, int steps, String href, int order) {
            var keys = IntStream.rangeClosed(1, steps)
                    .mapToObj(n -> title + "." + n)
                    .toList();
            return new Walk(title, keys, href, order);
        }
    }
}
