package kr.madang.report.web;

import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How pages and templates are written (쓰는 법). */
@Controller
@Needs(room = "report", level = Level.VIEW)
class WritingHelp {
    @GetMapping("/desk/report/writing")
    String show() {
        return "report/web/writing";
    }
}
