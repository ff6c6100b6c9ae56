package kr.madang.accounts.log;

/**
 * Something in the access log worth a question (점검 항목).
 *
 * @param day office day, as {@code 2026-11-21}
 * @param count how many looks, or people whose data was seen
 */
public record AccessFinding(Kind kind, String day, String login, String name, long count) {
    /** What is odd about it. */
    public enum Kind {
        /** at night or on a weekend (심야·휴일) */
        ODD_HOURS,
        /** very many people's data in one day (대량 조회) */
        MASS,
        /** from many addresses in one day */
        MANY_ADDRESSES,
        /** taken out as a file (내려받기) */
        EXPORT,
        /** by an account that may no longer sign in */
        GONE
    }
}
