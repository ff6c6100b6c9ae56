package kr.madang.approvals.web;

import java.util.Map;
import kr.madang.approvals.desk.Looks;
import kr.madang.approvals.desk.Papers;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.sql.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked at a paper (열람기록). Whoever may read the paper but not this is told who may. */
@Controller
@RequestMapping("/desk/approvals/papers/{id}/looks")
@Needs(room = "approvals", level = Level.VIEW)
class LooksPages {
    private static final int ROWS = 50;

    private final Papers papers;
    private final Looks looks;

    LooksPages(Papers papers, Looks looks) {
        this.papers = papers;
        this.looks = looks;
    }

    @GetMapping
    @PersonalData(task = "문서 열람기록 조회")
    String looks(@PathVariable String id, @RequestParam(defaultValue = "") String cursor, Actor actor, Model model) {
        var view = papers.open(actor, Asked.paper(id));
        var paper = view.paper().id();
        boolean may = looks.may(actor, paper);
        model.addAttribute("view", view);
        model.addAttribute("may", may);
        var slice = may
                ? looks.of(actor, paper, cursor.isEmpty() ? null : cursor, ROWS)
                : new Slice<kr.madang.approvals.desk.Look>(java.util.List.of(), null, null);
        model.addAttribute("items", slice.rows());
        model.addAttribute("counts", may ? looks.count(actor, paper) : Map.of(true, 0L, false, 0L));
        model.addAttribute("window", Asked.window("/desk/approvals/papers/" + id + "/looks", "", slice));
        return "approvals/web/looks";
    }
}
