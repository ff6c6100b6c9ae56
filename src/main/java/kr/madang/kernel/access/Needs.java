package kr.madang.kernel.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a handler needs: a level in a room. Every handler carries this, {@link SignedIn} or {@link Open} (on the method, or on its
 * class for all of them); a style test fails where one does not.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    String room();

    Level level();
}
