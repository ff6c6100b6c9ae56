package kr.madang.approvals.web;

import java.time.Clock;
import kr.madang.approvals.desk.CardView;
import kr.madang.approvals.desk.Cards;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Moment;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The document card (문서관리카드): what a paper said from version to version, who did what, and whether anybody tampered with it. */
@Controller
@RequestMapping("/desk/approvals/papers/{id}")
@Needs(room = "approvals", level = Level.VIEW)
class CardPages {
    private final Cards cards;
    private final Clock clock;

    CardPages(Cards cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping("/card")
    String card(@PathVariable String id, @RequestParam(defaultValue = "0") int version, Actor actor, Model model) {
        var card = cards.open(actor, Asked.paper(id));
        model.addAttribute("card", card);
        model.addAttribute("steps", CardStep.of(card, version));
        model.addAttribute("checked", new Moment(clock.instant(), "", "", "").when());
        return "approvals/web/card";
    }

    @GetMapping("/card.json")
    ResponseEntity<byte[]> file(@PathVariable String id, Actor actor) {
        var card = cards.open(actor, Asked.paper(id));
        return PrintPages.answer(cards.file(card), "application/json", name(card), false);
    }

    private static String name(CardView card) {
        var paper = card.paper();
        return PrintPages.name(paper.number(), paper.current().title(), "문서관리카드") + ".json";
    }
}
