package kr.madang.notices.web.officers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Directory;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.AccessLog;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Window;
import kr.madang.notices.officers.Officers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Where officers are reached (직원 연락처): masked for those who work with notices, in clear for whoever keeps them. */
@Controller
@RequestMapping(OfficerPages.AT)
@Needs(room = "notices", level = Level.WORK)
class OfficerPages {
    static final String AT = "/desk/notices/officers";
    private static final String LOOKED = "직원 연락처 조회";

    private final Officers officers;
    private final Accounts accounts;
    private final Directory directory;
    private final AccessLog log;

    OfficerPages(Officers officers, Accounts accounts, Directory directory, AccessLog log) {
        this.officers = officers;
        this.accounts = accounts;
        this.directory = directory;
        this.log = log;
    }

    @GetMapping
    @PersonalData(task = LOOKED, named = true)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Actor actor,
            Model model) {
        var found = directory.page(new Directory.Question(q, "", Account.State.ACTIVE.name()), page);
        log.record(actor, "list:" + found.accounts().size(), LOOKED);
        Map<UUID, String> masked = officers.masked(
                found.accounts().stream().map(a -> a.id().value()).toList());
        model.addAttribute("accounts", found.accounts());
        model.addAttribute("masked", masked);
        model.addAttribute("q", q);
        model.addAttribute("window", window(found, q));
        return "notices/web/officers/officers";
    }

    private static Window window(Directory.Found found, String q) {
        return Window.numbered(found.total(), found.page(), Directory.PAGE, n -> UriComponentsBuilder.fromPath(AT)
                .queryParam("q", "{q}")
                .queryParam("page", n)
                .encode()
                .buildAndExpand(q)
                .toUriString());
    }

    @GetMapping("/{id}")
    @Needs(room = "notices", level = Level.MANAGE)
    @PersonalData(task = LOOKED)
    String officer(@PathVariable String id, Model model) {
        var told = officers.told(id(id));
        var form = Form.ofAll(Map.of(
                "phone", List.of(told.phone().orElse("")),
                "mail", List.of(told.email().orElse(""))));
        return page(id, form, model);
    }

    private String page(String id, Form form, Model model) {
        model.addAttribute("account", accounts.get(new Account.Id(id(id))));
        model.addAttribute("form", form);
        return "notices/web/officers/officer";
    }

    @PostMapping("/{id}")
    @Needs(room = "notices", level = Level.MANAGE)
    String change(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    officers.change(actor, id(id), form.value("phone"), form.value("mail"));
                    sent.say("notices.officer.saved");
                    return "redirect:" + AT;
                },
                code -> code.equals("notices.address.email") ? "mail" : "phone",
                (form, why) -> page(id, form, model));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("accounts.account.missing");
        }
    }
}
