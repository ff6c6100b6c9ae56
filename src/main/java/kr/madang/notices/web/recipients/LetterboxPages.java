package kr.madang.notices.web.recipients;

import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.seed.DemoOffice;
import kr.madang.notices.recipients.door.CodeLetters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where codes arrive in the demo office, which reaches nobody (시연용 편지함); a working office has no such page. */
@Controller
@Open
class LetterboxPages {
    private static final int SHOWN = 10;

    private final CodeLetters letters;
    private final DemoOffice demo;

    LetterboxPages(CodeLetters letters, DemoOffice demo) {
        this.letters = letters;
        this.demo = demo;
    }

    @GetMapping("/notices/letterbox")
    String letterbox(Model model) {
        if (!demo.exists()) throw Refused.missing("kernel.missing");
        model.addAttribute("letters", letters.newest(SHOWN));
        return "notices/web/recipients/letterbox";
    }
}
