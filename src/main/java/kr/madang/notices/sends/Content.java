package kr.madang.notices.sends;

import java.time.Instant;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.Letter;
import kr.madang.notices.wording.Template;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a send that people decide about (발송 내용).
 *
 * @param title for the desk only
 * @param reason why it is of its kind (분류 근거)
 * @param text words, or a text with fields
 * @param sender registered number in digits; empty for channels without one
 * @param audience as {@link Receivers} writes it
 * @param audienceWords the same for people
 * @param budget line it is paid from, in the office's words
 * @param override why it goes out at an unusual hour; empty when it does not
 * @param due null to go out as soon as it is approved
 * @param template whose version the text was taken from; null for words of its own
 */
public record Content(
        String title,
        Kind kind,
        String reason,
        Channel channel,
        String subject,
        String text,
        String sender,
        String audience,
        String audienceWords,
        String budget,
        String override,
        @Nullable Instant due,
        @Nullable TemplateUse template) {
    /** Which version of which template. */
    public record TemplateUse(UUID template, int number) {}

    private static final int TITLE = 80;
    private static final int LINE = 200;
    private static final int REASON = 500;

    public Content {
        if (title.isBlank()) throw Refused.invalid("notices.send.title");
        if (title.length() > TITLE) throw Refused.invalid("notices.send.title.long", TITLE);
        if (reason.length() > REASON || override.length() > REASON || budget.length() > LINE)
            throw Refused.invalid("notices.send.long");
        if (subject.length() > LINE) throw Refused.invalid("notices.send.subject.long", LINE);
        if (text.length() > Template.LONGEST) throw Refused.invalid("notices.template.size", Template.LONGEST);
        if (has0(title + reason + subject + text + budget + override)) throw Refused.invalid("notices.send.unreadable");
    }

    private static boolean has0(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** Whether every recipient gets a text of his own. */
    public boolean personal() {
        return text.contains("#{");
    }

    public Letter letter() {
        return new Letter(kind, channel, subject, text, 0);
    }
}
