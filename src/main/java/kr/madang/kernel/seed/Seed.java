package kr.madang.kernel.seed;

/**
 * The plug through which a room fills its part of the demo office (시연 사무실). Each seed runs once, in one transaction, in order;
 * what it draws comes from {@link Draw}, so that every demo office is the same.
 */
public interface Seed {
    /** Accounts 100, office 200, report 300; further rooms above. */
    int order();

    /** The line printed while it runs, e.g. {@code 조직·인력·예산}. */
    String title();

    /** @return what was made, for the progress line, e.g. {@code 직원 64명, 예산 120건} */
    String sow(Draw draw);
}
