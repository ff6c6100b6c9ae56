package kr.madang.kernel.access;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What a handler declares about who may use it: everyone, the signed-in, or those with a level in a room. */
public sealed interface Declaration {
    /** Serves everyone. */
    record Everyone() implements Declaration {}

    /** Serves whoever has signed in. */
    record Staff() implements Declaration {}

    /** Serves those who reach the level in the room. */
    record Reach(String room, Level level) implements Declaration {}

    default boolean allows(@Nullable Actor actor) {
        return switch (this) {
            case Everyone() -> true;
            case Staff() -> actor != null;
            case Reach(var room, var level) -> actor != null && actor.may(room, level);
        };
    }

    /** What the method declares, or else its class; empty when neither says anything, which refuses everyone. */
    static Optional<Declaration> of(HandlerMethod handler) {
        return onMethod(handler).or(() -> onClass(handler));
    }

    private static Optional<Declaration> onMethod(HandlerMethod handler) {
        return one(
                handler.getMethodAnnotation(Needs.class),
                handler.getMethodAnnotation(SignedIn.class),
                handler.getMethodAnnotation(Open.class));
    }

    private static Optional<Declaration> onClass(HandlerMethod handler) {
        var type = handler.getBeanType();
        return one(found(type, Needs.class), found(type, SignedIn.class), found(type, Open.class));
    }

    private static <A extends Annotation> @Nullable A found(Class<?> type, Class<A> annotation) {
        return AnnotatedElementUtils.findMergedAnnotation(type, annotation);
    }

    /** The strictest wins where someone wrote two. */
    private static Optional<Declaration> one(@Nullable Needs needs, @Nullable SignedIn signedIn, @Nullable Open open) {
        if (needs != null) return Optional.of(new Reach(needs.room(), needs.level()));
        if (signedIn != null) return Optional.of(new Staff());
        return open != null ? Optional.of(new Everyone()) : Optional.empty();
    }
}
