package kr.madang.kernel.cli;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Words;

/** What the person who starts Madang reads (콘솔): whole sentences, one a line, Korean unless {@code MADANG_LANG} says otherwise. */
public final class Console {
    private final PrintStream to;
    private final Locale locale;

    public Console(PrintStream to, String language) {
        this.to = to;
        this.locale = Locale.of(language.equals("en") || language.equals("ja") ? language : "ko");
    }

    public void say(String code, Object... args) {
        line(words(code, args));
    }

    public void line(String text) {
        to.println(text);
        to.flush();
    }

    public void refuse(Refused refused) {
        line(words(refused.code(), refused.args().toArray()));
    }

    public String words(String code, Object... args) {
        var words = Words.find(code, locale);
        if (words.equals(code)) return code + " " + Arrays.toString(args);
        // ports and process numbers are names, not amounts: no thousands separators
        var plain = Arrays.stream(args).map(String::valueOf).toArray();
        return args.length == 0 ? words : MessageFormat.format(words, plain);
    }
}
