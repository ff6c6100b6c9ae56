package kr.madang.kernel.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The words of the house: one bundle per room, Korean first, English and Japanese beside it. */
@Configuration(proxyBeanMethods = false)
public class Words {
    /** The page being rendered in this thread, for tags that are not handed one. */
    static final ScopedValue<Page> PAGE = ScopedValue.newInstance();

    private static final Vocabulary VOCABULARY = new Vocabulary();

    /** Words for a tag that is not handed the page, and for handlers that leave a sentence for the next one. */
    public static String here(String key, Object... args) {
        if (PAGE.isBound()) return PAGE.get().t(key, args);
        return Objects.requireNonNullElse(VOCABULARY.getMessage(key, args, key, LocaleContextHolder.getLocale()), key);
    }

    /** @return the key itself when nobody has written its words */
    public static String find(String key, Locale locale) {
        var words = VOCABULARY.find(key, locale);
        return words == null ? key : words;
    }

    @Bean
    MessageSource messageSource() {
        return VOCABULARY;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("madang-language");
        resolver.setDefaultLocale(Locale.KOREAN);
        return resolver;
    }
}
