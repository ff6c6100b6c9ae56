package kr.madang.report.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.report.audit.Audit;
import kr.madang.report.audit.Finding;
import kr.madang.report.audit.text.Limits;
import kr.madang.report.audit.text.UnreadableDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Checks the arithmetic of any report somebody uploads (보고서 검산); the file is read and forgotten, nothing of it is kept. */
@Controller
@RequestMapping("/desk/report/audits")
@Needs(room = "report", level = Level.VIEW)
class AuditPages {
    private final Sayings sayings;

    AuditPages(Sayings sayings) {
        this.sayings = sayings;
    }

    @GetMapping
    ModelAndView blank() {
        return page("", "", List.of(), 0, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView audit(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty())
            return page("", sayings.say("report.audit.nofile"), List.of(), 0, HttpStatus.UNPROCESSABLE_CONTENT);
        var name = java.util.Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            var document = Audit.read(file.getBytes(), Limits.USUAL);
            return page(name, "", Audit.of(document), document.lines().size(), HttpStatus.OK);
        } catch (UnreadableDocument e) {
            return page(name, e.reason(), List.of(), 0, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ModelAndView page(
            String name, String refusal, List<Finding> findings, int lines, HttpStatus status) {
        return new ModelAndView(
                "report/web/audits",
                Map.of("name", name, "refusal", refusal, "findings", findings, "lines", lines),
                status);
    }
}
