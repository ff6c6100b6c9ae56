package kr.madang.press.web.licences;

import java.io.IOException;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.licences.Contracts;
import kr.madang.press.licences.Licences;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.web.outlets.Downloads;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One contract, and what all contracts with an outlet allow (이용계약). */
@Controller
@RequestMapping(ContractPages.AT)
@Needs(room = "press", level = Level.VIEW)
class ContractPage {
    private final Contracts contracts;
    private final Licences licences;
    private final Outlets outlets;
    private final Files files;

    ContractPage(Contracts contracts, Licences licences, Outlets outlets, Files files) {
        this.contracts = contracts;
        this.licences = licences;
        this.outlets = outlets;
        this.files = files;
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String contract(@PathVariable UUID id, Model model) {
        return page(id, Form.empty(), model);
    }

    private String page(UUID id, Form form, Model model) {
        var contract = contracts.get(id);
        model.addAttribute("contract", contract);
        model.addAttribute("outlet", outlets.get(contract.outlet()));
        model.addAttribute("today", licences.today());
        model.addAttribute("form", form);
        return "press/web/licences/contract";
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/end")
    @Needs(room = "press", level = Level.APPROVE)
    String end(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("last");
                    form.required("why");
                    var last = form.day("last");
                    form.check();
                    contracts.end(actor, id, last.orElseThrow(), form.value("why"));
                    sent.say("press.licences.said.ended");
                    return "redirect:" + ContractPages.AT + "/" + id;
                },
                code -> code.endsWith(".why") ? "why" : "last",
                (form, why) -> page(id, form, model));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/paper")
    @Needs(room = "press", level = Level.APPROVE)
    String bring(@PathVariable UUID id, @RequestParam MultipartFile file, Actor actor, PostedForm sent, Model model)
            throws IOException {
        var paper = ContractPages.paper(file);
        return sent.act(
                form -> {
                    if (paper == null) {
                        form.refuse("file", "kernel.form.missing");
                        form.check();
                    } else contracts.paper(actor, id, paper);
                    sent.say("press.licences.said.paper");
                    return "redirect:" + ContractPages.AT + "/" + id;
                },
                "file",
                (form, why) -> page(id, form, model));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/paper")
    ResponseEntity<InputStreamResource> paper(@PathVariable UUID id) {
        var contract = contracts.get(id);
        if (contract.file() == null) throw ContractPages.missing();
        return Downloads.of(files, files.get(contract.file()));
    }

    @GetMapping("/outlets/{id}")
    String outlet(@PathVariable UUID id, Model model) {
        var outlet = outlets.get(id);
        var today = licences.today();
        model.addAttribute("outlet", outlet);
        model.addAttribute("today", today);
        model.addAttribute("contracts", contracts.of(id));
        model.addAttribute(
                "decisions", licences.matrix(java.util.List.of(id), today).get(id));
        return "press/web/licences/outlet";
    }
}
