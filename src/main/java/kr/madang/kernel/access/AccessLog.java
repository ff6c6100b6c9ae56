package kr.madang.kernel.access;

/** The access log (접속기록) of pages that show personal data; the accounts room keeps it. */
public interface AccessLog {
    /** The request attribute that tells that this request has been recorded. */
    String RECORDED = "kr.madang.kernel.access.recorded";

    /**
     * @param subject whose data was shown, as an opaque reference such as {@code account:0190…} or {@code list:12}
     * @param task what was done, e.g. {@code 직원 조회}
     */
    void record(Actor actor, String subject, String task);
}
