package kr.madang.notices.web.recipients;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.seed.DemoOffice;
import kr.madang.notices.Channel;
import kr.madang.notices.lines.Phone;
import kr.madang.notices.singles.CodeTray;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where codes arrive in the demo office, which reaches nobody (시연용 편지함); a working office has no such page. Texts are those that came
 * to its telephone, as the ledger knows them; for e-mail it has no line, and shows what waits.
 */
@Controller
@Open
class LetterboxPages {
    private static final int SHOWN = 10;
    /** What else comes to the telephone is nobody's business here. */
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private static final int LONGEST = 100;

    private final CodeTray codes;
    private final Phone phone;
    private final DemoOffice demo;

    LetterboxPages(CodeTray codes, Phone phone, DemoOffice demo) {
        this.codes = codes;
        this.phone = phone;
        this.demo = demo;
    }

    @GetMapping("/notices/letterbox")
    String letterbox(Model model) {
        if (!demo.exists()) throw Refused.missing("kernel.missing");
        model.addAttribute("letters", letters());
        return "notices/web/recipients/letterbox";
    }

    private List<CodeTray.Letter> letters() {
        var mails = codes.newest(SHOWN).stream().filter(letter -> !phone.here() || letter.channel() != Channel.SMS);
        var texts = phone.here() ? texts() : Stream.<CodeTray.Letter>empty();
        return Stream.concat(mails, texts)
                .sorted(Comparator.comparing(CodeTray.Letter::madeAt).reversed())
                .limit(SHOWN)
                .toList();
    }

    private Stream<CodeTray.Letter> texts() {
        return phone.received().stream()
                .filter(text -> text.text().length() <= LONGEST
                        && CODE.matcher(text.text()).find())
                .limit(SHOWN)
                .map(text -> new CodeTray.Letter(Channel.SMS, text.to(), "", text.text(), text.at()));
    }
}
