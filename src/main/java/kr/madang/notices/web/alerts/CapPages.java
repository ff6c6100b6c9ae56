package kr.madang.notices.web.alerts;

import java.io.IOException;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.alerts.AlertCap;
import kr.madang.notices.alerts.CapInbox;
import kr.madang.notices.alerts.CapSources;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Alerts of other systems (받은 경보): what came, bringing a file, and who may bring them by himself. */
@Controller
@RequestMapping(CapPages.AT)
@Needs(room = "notices", level = Level.VIEW)
class CapPages {
    static final String AT = "/desk/notices/cap";
    private static final int ROWS = 20;
    private static final int LARGEST = 2_000_000;

    private final CapInbox inbox;
    private final CapSources sources;
    private final AlertCap cap;

    CapPages(CapInbox inbox, CapSources sources, AlertCap cap) {
        this.inbox = inbox;
        this.sources = sources;
        this.cap = cap;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String cursor, Actor actor, Model model) {
        return page(cursor, Form.empty(), null, actor, model);
    }

    private String page(String cursor, Form form, CapSources.@Nullable Made made, Actor actor, Model model) {
        var slice = inbox.page(cursor.isEmpty() ? null : cursor, ROWS);
        boolean manages = actor.may("notices", Level.MANAGE);
        model.addAttribute("form", form);
        model.addAttribute("items", slice.rows());
        model.addAttribute("window", Paging.window(AT, "", inbox.count(), slice));
        model.addAttribute("sources", manages ? sources.all() : java.util.List.of());
        model.addAttribute("made", made);
        model.addAttribute("hook", cap.site() + CapHook.AT);
        return "notices/web/alerts/cap";
    }

    @PostMapping
    @Needs(room = "notices", level = Level.WORK)
    String bring(@RequestParam MultipartFile file, Actor actor, PostedForm sent, Model model) throws IOException {
        if (file.getSize() > LARGEST)
            throw new Refused(Refused.Reason.TOO_LARGE, "notices.cap.size", LARGEST / 1_000_000);
        var document = file.getBytes();
        return sent.act(
                form -> {
                    var received = inbox.bring(actor, document);
                    sent.say(received.fate().code() + ".said");
                    return "redirect:" + (received.alert() == null ? AT : AlertListPages.AT + "/" + received.alert());
                },
                "file",
                (form, why) -> page("", form, null, actor, model));
    }

    /** As it came, for reading only. */
    @GetMapping("/{id:[0-9a-f-]{36}}/message.xml")
    ResponseEntity<byte[]> document(@PathVariable String id) {
        return ResponseEntity.ok()
                .header("Content-Type", "text/plain;charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .body(inbox.document(Asking.id(id)));
    }

    /** The key stands on the page that answers, and never again. */
    @PostMapping("/sources")
    @Needs(room = "notices", level = Level.MANAGE)
    String make(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("name");
                    form.required("sender");
                    form.check();
                    var made = sources.make(actor, form.value("name"), form.value("sender"));
                    return page("", Form.empty(), made, actor, model);
                },
                code -> code.endsWith(".name") ? "name" : "sender",
                (form, why) -> page("", form, null, actor, model));
    }

    @DeleteMapping("/sources/{id:[0-9a-f-]{36}}")
    @Needs(room = "notices", level = Level.MANAGE)
    String retire(@PathVariable String id, Actor actor, PostedForm sent) {
        sources.retire(actor, Asking.id(id));
        sent.say("notices.capsource.said.retired");
        return "redirect:" + AT;
    }
}
