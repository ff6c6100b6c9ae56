package kr.madang.approvals.web.records;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import kr.madang.approvals.transfer.Inspection;
import kr.madang.approvals.transfer.Transfers;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Packages of closed files: made, handed out, checked (이관). */
@Controller
@RequestMapping("/desk/approvals/records/transfers")
@Needs(room = "approvals", level = Level.VIEW)
class TransferPages {
    private static final String PATH = "/desk/approvals/records/transfers";
    private static final int ROWS = 20;

    private final Transfers transfers;
    private final Asked asked;

    TransferPages(Transfers transfers, Asked asked) {
        this.transfers = transfers;
        this.asked = asked;
    }

    @GetMapping
    String list(Actor actor, HttpServletRequest request, Model model) {
        return list(Form.of(request), actor, null, model);
    }

    private String list(Form form, Actor actor, @Nullable Inspection found, Model model) {
        var slice = transfers.page(form.value("cursor"), ROWS);
        model.addAttribute("form", form);
        model.addAttribute("unit", asked.unit(form, actor));
        model.addAttribute("year", asked.year(form, asked.today().getYear() - 1));
        model.addAttribute("units", asked.units());
        model.addAttribute("years", asked.years());
        model.addAttribute("transfers", slice.rows());
        model.addAttribute("found", found);
        model.addAttribute("window", Asked.window(PATH, "", slice));
        return "approvals/web/records/transfers";
    }

    @PostMapping
    @Needs(room = "approvals", level = Level.MANAGE)
    String make(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var year = asked.year(form, asked.today().getYear() - 1);
                    var made = transfers.get(transfers.make(actor, asked.unit(form, actor), year));
                    sent.say("approvals.transfer.made", made.files(), made.papers());
                    return "redirect:" + PATH;
                },
                "year",
                (form, why) -> list(form, actor, null, model));
    }

    @GetMapping("/{id}.zip")
    @PersonalData(task = "이관 파일 내려받기")
    @Needs(room = "approvals", level = Level.MANAGE)
    void fetch(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
        var transfer = transfers.get(id(id));
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"records-%s-%d.zip\"".formatted(transfer.unit(), transfer.year()));
        transfers.write(actor, transfer.id(), response.getOutputStream());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.transfer.missing");
        }
    }

    @PostMapping("/inspections")
    @Needs(room = "approvals", level = Level.WORK)
    String inspect(Actor actor, @RequestParam("file") MultipartFile file, HttpServletRequest request, Model model)
            throws IOException {
        var held = Files.createTempFile("records", ".zip");
        try {
            try (var in = file.getInputStream();
                    var out = Files.newOutputStream(held)) {
                in.transferTo(out);
            }
            return list(Form.of(request), actor, transfers.inspect(actor, held), model);
        } finally {
            Files.deleteIfExists(held);
        }
    }
}
