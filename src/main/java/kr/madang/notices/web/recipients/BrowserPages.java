package kr.madang.notices.web.recipients;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.access.OwnProof;
import kr.madang.kernel.trail.ClientAddress;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.recipients.door.Browsers;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the browsers of residents ask for (브라우저 알림): the worker that shows notices, coming in, and another address of theirs. */
@Controller
@Open
class BrowserPages implements OwnProof {
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Browsers browsers;
    private final MyPass pass;
    private final ClientAddress client;

    BrowserPages(Browsers browsers, MyPass pass, ClientAddress client) {
        this.browsers = browsers;
        this.pass = pass;
        this.client = client;
    }

    /** A worker cannot carry the token of a form; it proves itself by the secret of the subscription it had. */
    @Override
    public List<String> paths() {
        return List.of("/notices/browser/renewal");
    }

    /** At the root, where its scope may be any part of the site. Browsers must see at once that there is a newer one. */
    @GetMapping("/push-worker.js")
    ResponseEntity<ClassPathResource> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; connect-src 'self'")
                .body(new ClassPathResource("static/assets/push-worker.js"));
    }

    /** The answer is the same whether the office knew the browser or not. */
    @PostMapping("/notices/browser/renewal")
    ResponseEntity<Void> renew(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String now) {
        browsers.move(before, now, client.of(request));
        return ResponseEntity.noContent().build();
    }

    /** Lets a browser to the page of whoever it belongs to. */
    @PostMapping("/notices/my/browser")
    String open(HttpServletRequest request, HttpServletResponse response, PostedForm sent) {
        var contact = browsers.open(sent.form().value("subscription"), client.of(request));
        if (contact.isEmpty()) sent.say("notices.browser.nobody");
        contact.ifPresent(found -> {
            pass.give(found, request, response);
            sent.say("notices.my.welcome", MyPass.MINUTES);
        });
        return "redirect:/notices/my";
    }

    /** This browser as well, for somebody who has come in on another way. */
    @PostMapping("/notices/my/browsers")
    String join(HttpServletRequest request, PostedForm sent) {
        var mine = pass.read(request);
        if (mine.isEmpty()) {
            sent.say("notices.my.over");
            return "redirect:/notices/my";
        }
        try {
            browsers.join(mine.get(), sent.form().value("subscription"), client.of(request));
            sent.say("notices.browser.joined");
        } catch (Refused refused) {
            if (refused.reason() == Refused.Reason.TOO_MANY) throw refused;
            sent.say(refused.code(), refused.args().toArray());
        }
        return "redirect:/notices/my";
    }
}
