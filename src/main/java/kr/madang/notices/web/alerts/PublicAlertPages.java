package kr.madang.notices.web.alerts;

import java.time.Clock;
import java.time.Duration;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.web.Window;
import kr.madang.notices.alerts.AlertCap;
import kr.madang.notices.alerts.AlertList;
import kr.madang.notices.alerts.Alerts;
import kr.madang.notices.sends.SendTerms;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What residents and other systems read of alerts (재난 알림 공개): pages, CAP 1.2 messages and a feed. Drills are nowhere here. */
@Controller
@RequestMapping(PublicAlertPages.AT)
@Open
class PublicAlertPages {
    static final String AT = "/alerts";
    private static final String IDENTIFIER = "{identifier:[A-Za-z0-9-]{1,60}}";
    private static final int ROWS = 20;
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Alerts alerts;
    private final AlertList list;
    private final AlertCap cap;
    private final SendTerms terms;
    private final Clock clock;

    PublicAlertPages(Alerts alerts, AlertList list, AlertCap cap, SendTerms terms, Clock clock) {
        this.alerts = alerts;
        this.list = list;
        this.cap = cap;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String cursor, Model model) {
        var now = clock.instant();
        var slice = list.published(cursor.isEmpty() ? null : cursor, ROWS);
        model.addAttribute(
                "current", list.current(now).stream().filter(a -> a.counts(now)).toList());
        model.addAttribute("items", slice.rows());
        model.addAttribute("now", now);
        model.addAttribute("window", Window.keyset(at(slice.previous()), at(slice.next())));
        return "notices/web/alerts/public";
    }

    private static @org.jspecify.annotations.Nullable String at(@org.jspecify.annotations.Nullable String cursor) {
        return cursor == null ? null : AT + "?cursor=" + cursor;
    }

    @GetMapping("/" + IDENTIFIER)
    String one(@PathVariable String identifier, Model model) {
        var alert = alerts.published(identifier);
        model.addAttribute("alert", alert);
        model.addAttribute("before", alerts.before(alert));
        model.addAttribute(
                "follower", alerts.follower(alert.id()).filter(a -> a.raised()).orElse(null));
        model.addAttribute("now", clock.instant());
        return "notices/web/alerts/one";
    }

    @GetMapping("/" + IDENTIFIER + ".xml")
    ResponseEntity<byte[]> message(@PathVariable String identifier) {
        return answer("application/cap+xml;charset=UTF-8", cap.write(alerts.published(identifier)));
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> feed() {
        var now = clock.instant();
        var feed = AlertFeed.write(cap.site(), terms.office().office(), list.current(now), now);
        return answer("application/atom+xml;charset=UTF-8", feed);
    }

    private static ResponseEntity<byte[]> answer(String type, byte[] body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(SOON).cachePublic())
                .header("Content-Type", type)
                .body(body);
    }
}
