package kr.madang.kernel.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the person at the desk to handlers that ask for an {@link Actor}, or an {@code Optional} of one on open pages. */
@Component
class ActorArgument implements HandlerMethodArgumentResolver {
    private final ObjectProvider<Actors> actors;

    ActorArgument(ObjectProvider<Actors> actors) {
        this.actors = actors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = actors.stream().flatMap(a -> a.current().stream()).findFirst();
        if (parameter.getParameterType() == Optional.class) return actor;
        return actor.orElseThrow(() ->
                new IllegalStateException(parameter.getExecutable() + " asks for the actor but is open to everyone"));
    }
}
