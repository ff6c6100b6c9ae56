package kr.madang.press.web.scrap;

import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.SignedIn;
import kr.madang.kernel.files.Files;
import kr.madang.press.licences.Use;
import kr.madang.press.scrap.Reading;
import kr.madang.press.web.outlets.Downloads;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Reads the scrap (스크랩 열람), at the desk and on the telephone; whom it was not delivered to it does not exist for. */
@Controller
@RequestMapping(ScrapPages.AT + ScrapPages.DAY)
class ReadingPages {
    private final Reading reading;
    private final Files files;

    ReadingPages(Reading reading, Files files) {
        this.reading = reading;
        this.files = files;
    }

    @GetMapping("/read")
    @SignedIn
    String desk(@PathVariable String day, Actor actor, Model model) {
        return page(day, actor, Use.SHARE_STAFF, model);
    }

    @GetMapping("/mobile")
    @SignedIn
    String telephone(@PathVariable String day, Actor actor, Model model) {
        return page(day, actor, Use.MOBILE, model);
    }

    private String page(String day, Actor actor, Use use, Model model) {
        model.addAttribute("open", reading.open(actor, ScrapPages.day(day), use));
        model.addAttribute("use", use);
        return "press/web/scrap/read";
    }

    @GetMapping("/paper/{version:[0-9]{1,4}}.pdf")
    @SignedIn
    ResponseEntity<InputStreamResource> paper(@PathVariable String day, @PathVariable int version, Actor actor) {
        return Downloads.of(files, files.get(reading.paper(actor, ScrapPages.day(day), version)));
    }
}
