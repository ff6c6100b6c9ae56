package kr.madang.kernel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The words of the house: one bundle per room, Korean first, English and Japanese beside it. */
@Configuration(proxyBeanMethods = false)
public class Words {
    /** The page being rendered in this thread, for tags that are not handed one. */
    static final ScopedValue<Page> PAGE = ScopedValue.newInstance();

    private static final List<String> BUNDLES = bundles();

    /** Words for a tag that is not handed the page, and for handlers that leave a sentence for the next one. */
    public static String here(String key, Object... args) {
        if (PAGE.isBound()) return PAGE.get().t(key, args);
        var locale = LocaleContextHolder.getLocale();
        var words = find(key, locale);
        return args.length == 0 ? words : new MessageFormat(words, locale).format(args);
    }

    /**
     * A room's words stand in one file or, when there are many, in several that begin with its name.
     *
     * @return the key itself when nobody has written its words
     */
    public static String find(String key, Locale locale) {
        var room = "messages/" + key.substring(0, key.indexOf('.'));
        for (var file : BUNDLES)
            try {
                if (!file.equals(room) && !file.startsWith(room + "-")) continue;
                return ResourceBundle.getBundle(
                                file,
                                locale,
                                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                        .getString(key);
            } catch (MissingResourceException e) {
                // it may stand in the other file
            }
        return key;
    }

    @Bean
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setBasenames(BUNDLES.toArray(String[]::new));
        return source;
    }

    private static List<String> bundles() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
            return Arrays.stream(found)
                    .map(r -> Objects.requireNonNull(r.getFilename()))
                    .filter(name -> !name.matches(".*_(en|ja)\\.properties"))
                    .map(name -> "messages/" + name.replace(".properties", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("madang-language");
        resolver.setDefaultLocale(Locale.KOREAN);
        return resolver;
    }
}
