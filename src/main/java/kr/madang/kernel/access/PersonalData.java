package kr.madang.kernel.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The handler shows personal data (개인정보), so every call is written to the access log (접속기록): account, time, address, data
 * subject, task.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalData {
    /** The task performed, as the log prints it, e.g. {@code 직원 조회}. */
    String task();

    /**
     * Whether the handler itself calls {@link AccessLog#record} and says whose data it was. Needed where several people are shown or the
     * answer is written without a page; otherwise the subject is taken from the address.
     */
    boolean named() default false;
}
