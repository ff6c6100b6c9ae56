package kr.madang.accounts.web;

import java.util.List;
import java.util.stream.Stream;
import kr.madang.accounts.Account;
import kr.madang.accounts.Directory;
import kr.madang.kernel.access.AccessLog;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.access.SignedIn;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Window;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The staff directory (직원 찾기), open to everyone who works here; whom it showed is logged. */
@Controller
@SignedIn
class DirectoryPages {
    static final List<String> TEAMS = List.of("section", "press", "planning", "media", "computing", "telecom");

    private final Directory directory;
    private final AccessLog log;

    DirectoryPages(Directory directory, AccessLog log) {
        this.directory = directory;
        this.log = log;
    }

    @GetMapping("/desk/accounts/directory")
    @PersonalData(task = "직원 조회", named = true)
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "1") int page,
            Actor actor,
            Model model) {
        var found = directory.page(new Directory.Question(q, team, Account.State.ACTIVE.name()), page);
        log.record(actor, "list:" + found.accounts().size(), "직원 조회");
        model.addAttribute("accounts", found.accounts());
        model.addAttribute("q", q);
        model.addAttribute("team", team);
        model.addAttribute("teams", teams());
        model.addAttribute("window", window("/desk/accounts/directory", found, q, "team", team));
        return "accounts/web/directory";
    }

    /** The teams to choose from, all of them first. */
    static List<Option> teams() {
        return Stream.concat(
                        Stream.of(new Option("", Words.here("accounts.team.all"))),
                        TEAMS.stream().map(t -> new Option(t, Words.here("kernel.team." + t))))
                .toList();
    }

    static Window window(String path, Directory.Found found, String q, String name, String value) {
        return Window.numbered(found.total(), found.page(), Directory.PAGE, n -> UriComponentsBuilder.fromPath(path)
                .queryParam("q", "{q}")
                .queryParam(name, "{value}")
                .queryParam("page", n)
                .encode()
                .buildAndExpand(q, value)
                .toUriString());
    }
}
