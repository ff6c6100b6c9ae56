package kr.madang.kernel.access;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard and the access log before every handler of the house. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {
    private final Guard guard;
    private final PersonalDataLog log;
    private final ActorArgument actor;

    AccessConfiguration(Guard guard, PersonalDataLog log, ActorArgument actor) {
        this.guard = guard;
        this.log = log;
        this.actor = actor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(log).order(Ordered.HIGHEST_PRECEDENCE + 10);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actor);
    }
}
