package kr.madang.kernel.web;

import kr.madang.kernel.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The style guide (모양 길잡이): every tag in every state, for people who write pages and for the tests that look at them. */
@Controller
@Open
class StylePages {
    @GetMapping("/style")
    String show() {
        return "kernel/web/style";
    }
}
