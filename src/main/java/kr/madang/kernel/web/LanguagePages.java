package kr.madang.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Changes the language of the screen (화면 언어) and returns to the page the reader came from. */
@Controller
@Open
class LanguagePages {
    private static final Map<String, Locale> LANGUAGES =
            Map.of("ko", Locale.KOREAN, "en", Locale.ENGLISH, "ja", Locale.JAPANESE);

    private final LocaleResolver locales;

    LanguagePages(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/language/{tag}")
    RedirectView change(
            @PathVariable String tag,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var language = LANGUAGES.get(tag);
        if (language == null) throw Refused.missing("kernel.language.unknown", tag);
        locales.setLocale(request, response, language);
        var back = new RedirectView(isPageOfOurs(to) ? to : "/");
        back.setExpandUriTemplateVariables(false);
        back.setPropagateQueryParams(false);
        return back;
    }

    /** A path of this server and nothing a browser could read as another one. */
    static boolean isPageOfOurs(String to) {
        return to.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
    }
}
