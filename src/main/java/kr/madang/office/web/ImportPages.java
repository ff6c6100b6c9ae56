package kr.madang.office.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.office.exchange.Imports;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Upload, look, confirm. */
@Controller
@RequestMapping("/desk/office/imports")
@Needs(room = "office", level = Level.WORK)
class ImportPages {
    private final Imports imports;
    private final MessageSource words;

    ImportPages(Imports imports, MessageSource words) {
        this.imports = imports;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("batches", imports.batches());
        model.addAttribute("form", Form.empty());
        return "office/web/imports";
    }

    /** A file cannot be sent back; the sum that was typed is. */
    @PostMapping
    String upload(Actor by, @RequestParam("file") MultipartFile file, PostedForm sent, Model model) throws IOException {
        var name = file.getOriginalFilename();
        var bytes = file.getBytes();
        return sent.act(
                form -> {
                    var total = form.value("total");
                    if (unreadable(total)) throw Typed.refused(form, "total", "kernel.number.unreadable", total);
                    var draft = imports.upload(by, name == null ? "" : name, bytes);
                    return "redirect:/desk/office/imports/" + draft + "?total=" + total.replaceAll("[^0-9]", "");
                },
                Fields.of(sent.form()),
                (form, why) -> list(model));
    }

    @GetMapping("/{draft}")
    String preview(Actor by, @PathVariable UUID draft, @RequestParam(defaultValue = "") String total, Model model) {
        model.addAttribute("draft", draft.toString());
        model.addAttribute("total", total);
        model.addAttribute("preview", imports.preview(by, draft, stated(total)));
        return "office/web/preview";
    }

    @PostMapping("/{draft}/confirmation")
    String confirm(
            Actor by,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String total,
            RedirectAttributes redirect,
            Locale locale) {
        var batch = imports.confirm(by, draft, stated(total));
        redirect.addFlashAttribute(
                "notice",
                words.getMessage(
                        "office.import.done",
                        new Object[] {batch.rows(), batch.skipped(), Korean.number(batch.total())},
                        locale));
        return "redirect:/desk/office/imports";
    }

    @GetMapping("/{draft}/mistakes.csv")
    void mistakes(
            Actor by,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String total,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var preview = imports.preview(by, draft, stated(total));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"mistakes.csv\"");
        try (var out = SheetWriter.csv(response.getOutputStream())) {
            out.row("행", "열", "이유");
            for (var m : preview.mistakes())
                out.row(
                        m.line(),
                        m.column(),
                        words.getMessage(m.code(), m.args().toArray(), locale));
        }
    }

    private static @Nullable BigDecimal stated(String total) {
        if (unreadable(total)) throw Refused.invalid("kernel.number.unreadable", total);
        var text = plain(total);
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static boolean unreadable(String total) {
        return !plain(total).matches("[0-9]{0,18}");
    }

    private static String plain(String total) {
        return total.replace(",", "").replace("원", "").strip();
    }
}
