package kr.madang.report.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says message keys in the reader's language before a page is rendered. */
@Component
class Sayings {
    private final MessageSource messages;

    Sayings(MessageSource messages) {
        this.messages = messages;
    }

    String say(String code, Object... args) {
        return java.util.Objects.requireNonNullElse(
                messages.getMessage(code, args, code, LocaleContextHolder.getLocale()), code);
    }
}
