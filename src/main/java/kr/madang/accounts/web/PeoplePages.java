package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Directory;
import kr.madang.accounts.Grants;
import kr.madang.accounts.Rooms;
import kr.madang.accounts.signin.Codes;
import kr.madang.accounts.signin.PasswordChanges;
import kr.madang.accounts.signin.SignInLog;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.AccessLog;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Account administration (계정·권한 관리): who has an account, what each may do, and since when. */
@Controller
@RequestMapping("/desk/accounts/people")
@Needs(room = "accounts", level = Level.VIEW)
class PeoplePages {
    private static final int RECENT = 20;

    private final Accounts accounts;
    private final Directory directory;
    private final Grants grants;
    private final Rooms rooms;
    private final PasswordChanges passwords;
    private final Codes codes;
    private final SignInLog signIns;
    private final AccessLog log;

    PeoplePages(
            Accounts accounts,
            Directory directory,
            Grants grants,
            Rooms rooms,
            PasswordChanges passwords,
            Codes codes,
            SignInLog signIns,
            AccessLog log) {
        this.accounts = accounts;
        this.directory = directory;
        this.grants = grants;
        this.rooms = rooms;
        this.passwords = passwords;
        this.codes = codes;
        this.signIns = signIns;
        this.log = log;
    }

    @GetMapping
    @PersonalData(task = "계정 목록 조회", named = true)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Actor actor,
            Model model) {
        var found = directory.page(new Directory.Question(q, "", state), page);
        log.record(actor, "list:" + found.accounts().size(), "계정 목록 조회");
        model.addAttribute("accounts", found.accounts());
        model.addAttribute(
                "grants",
                grants.current(found.accounts().stream().map(Account::id).toList()));
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("states", states());
        model.addAttribute("window", DirectoryPages.window("/desk/accounts/people", found, q, "state", state));
        return "accounts/web/people";
    }

    private static List<Option> states() {
        return Stream.concat(
                        Stream.of(new Option("", Words.here("accounts.state.all"))),
                        Arrays.stream(Account.State.values())
                                .map(s -> new Option(s.name(), Words.here("accounts.state." + s))))
                .toList();
    }

    @GetMapping("/new")
    @Needs(room = "accounts", level = Level.MANAGE)
    ModelAndView blank() {
        return editor(Form.empty(), "", HttpStatus.OK);
    }

    @PostMapping
    @Needs(room = "accounts", level = Level.MANAGE)
    ModelAndView open(Actor actor, HttpServletRequest request, RedirectAttributes then) {
        var form = Form.of(request);
        var opened = attempt(form, () -> accounts.open(actor, form.value("login"), details(form))
                .id());
        if (opened.isEmpty()) return editor(form, "", HttpStatus.UNPROCESSABLE_CONTENT);
        then.addFlashAttribute("notice", Words.here("accounts.account.opened"));
        return new ModelAndView("redirect:/desk/accounts/people/" + opened.get());
    }

    @GetMapping("/{id}")
    @PersonalData(task = "계정 조회")
    String show(@PathVariable Account.Id id, Actor actor, Model model) {
        var account = accounts.get(id);
        var held = grants.current(id);
        model.addAttribute("account", account);
        model.addAttribute("grants", held);
        model.addAttribute("history", grants.history(id));
        model.addAttribute("memberships", directory.memberships(id));
        model.addAttribute("rooms", rooms.list());
        model.addAttribute("mayChange", grants.isChangeableBy(actor, id));
        model.addAttribute("hasPassword", passwords.hasPassword(id));
        model.addAttribute("enrolled", codes.isEnrolled(id));
        model.addAttribute(
                "lockedUntil", passwords.lockedUntil(account).map(Times::minute).orElse(""));
        model.addAttribute("signIns", signIns.list(id, RECENT));
        return "accounts/web/person";
    }

    @GetMapping("/{id}/edit")
    @Needs(room = "accounts", level = Level.MANAGE)
    @PersonalData(task = "계정 수정 화면 조회")
    ModelAndView edit(@PathVariable Account.Id id) {
        var a = accounts.get(id);
        var stored = Map.of(
                "name",
                a.name(),
                "team",
                a.team(),
                "title",
                a.title(),
                "extension",
                a.extension(),
                "email",
                a.email(),
                "version",
                Integer.toString(a.version()));
        return editor(Form.of(stored), id.toString(), HttpStatus.OK);
    }

    @PutMapping("/{id}")
    @Needs(room = "accounts", level = Level.MANAGE)
    ModelAndView change(@PathVariable Account.Id id, Actor actor, HttpServletRequest request, RedirectAttributes then) {
        var form = Form.of(request);
        int version = (int) form.number("version").orElse(-1);
        var done = attempt(form, () -> {
            accounts.edit(actor, id, version, details(form));
            return id;
        });
        if (done.isEmpty()) return editor(form, id.toString(), HttpStatus.UNPROCESSABLE_CONTENT);
        then.addFlashAttribute("notice", Words.here("accounts.account.edited"));
        return new ModelAndView("redirect:/desk/accounts/people/" + id);
    }

    @PutMapping("/{id}/grants")
    @Needs(room = "accounts", level = Level.MANAGE)
    String grant(@PathVariable Account.Id id, Actor actor, HttpServletRequest request, RedirectAttributes then) {
        var form = Form.of(request);
        var wanted = new LinkedHashMap<String, Optional<Level>>();
        for (var room : rooms.list())
            if (!form.values("grant." + room).isEmpty()) wanted.put(room, level(form.value("grant." + room)));
        int changed = grants.change(actor, id, wanted, form.value("why"));
        then.addFlashAttribute(
                "notice", Words.here(changed == 0 ? "accounts.grants.same" : "accounts.grants.changed", changed));
        return "redirect:/desk/accounts/people/" + id;
    }

    private static Optional<Level> level(String text) {
        if (text.isEmpty()) return Optional.empty();
        return Arrays.stream(Level.values())
                .filter(l -> l.name().equals(text))
                .findFirst()
                .or(() -> {
                    throw Refused.invalid("accounts.level.unknown", text);
                });
    }

    private static Accounts.Details details(Form form) {
        return new Accounts.Details(
                form.value("name"),
                form.value("team"),
                form.value("title"),
                form.value("extension"),
                form.value("email"));
    }

    /** Runs a verb; what it refuses to take is said beside the field it came from. */
    private static Optional<Account.Id> attempt(Form form, java.util.function.Supplier<Account.Id> verb) {
        try {
            return form.ok() ? Optional.of(verb.get()) : Optional.empty();
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.INVALID && e.reason() != Refused.Reason.CONFLICT) throw e;
            form.refuse(field(e.code()), e.code(), e.args().toArray());
            return Optional.empty();
        }
    }

    private static String field(String code) {
        return Stream.of("login", "team", "title", "extension", "email")
                .filter(f -> code.startsWith("accounts." + f))
                .findFirst()
                .orElse("name");
    }

    private static ModelAndView editor(Form form, String id, HttpStatus status) {
        return new ModelAndView("accounts/web/edit", Map.of("form", form, "id", id, "teams", teams()), status);
    }

    private static List<Option> teams() {
        return Stream.concat(
                        Stream.of(new Option("", Words.here("accounts.team.none"))),
                        DirectoryPages.TEAMS.stream().map(t -> new Option(t, Words.here("kernel.team." + t))))
                .toList();
    }
}
