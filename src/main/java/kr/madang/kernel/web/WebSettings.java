package kr.madang.kernel.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How assets are cached and how forms are read and kept from acting twice. */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {
    private final Once once;
    private final PostedFormArgument posted;

    WebSettings(Once once, PostedFormArgument posted) {
        this.once = once;
        this.posted = posted;
    }

    /** Files whose address carries a version stay for good; icons, whose address does not, for a day. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var forGood = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/assets/pretendard/**")
                .addResourceLocations("classpath:/static/assets/pretendard/")
                .setCacheControl(forGood);
        registry.addResourceHandler("/assets/madang*", "/assets/htmx*")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(forGood);
        registry.addResourceHandler("/assets/krds/**")
                .addResourceLocations("classpath:/static/assets/krds/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(once);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(posted);
    }
}
