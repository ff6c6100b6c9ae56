package kr.madang.kernel;

import java.util.List;

/**
 * What the office says instead of doing something wrong. The code is the message key ({@code office.post.overlap}) and the type of
 * the problem document; the arguments fill the message. One advice renders it as page, htmx fragment or
 * {@code application/problem+json}.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the office refuses, as HTTP sees it. */
    public enum Reason {
        INVALID(422),
        /** Of a program that calls without a key; people are led to the sign-in page. */
        UNAUTHENTICATED(401),
        MISSING(404),
        CONFLICT(409),
        FORBIDDEN(403),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Reason reason;
    private final String code;
    private final transient List<Object> args;

    public Refused(Reason reason, String code, Object... args) {
        super(code + " " + List.of(args));
        this.reason = reason;
        this.code = code;
        this.args = List.of(args);
    }

    public static Refused invalid(String code, Object... args) {
        return new Refused(Reason.INVALID, code, args);
    }

    public static Refused missing(String code, Object... args) {
        return new Refused(Reason.MISSING, code, args);
    }

    public static Refused conflict(String code, Object... args) {
        return new Refused(Reason.CONFLICT, code, args);
    }

    public Reason reason() {
        return reason;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
