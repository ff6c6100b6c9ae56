package kr.madang.notices.web.calls;

import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.calls.StoredTree;
import kr.madang.notices.calls.Trees;
import kr.madang.notices.web.alerts.Asking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The call-out trees of the office (비상연락망). */
@Controller
@RequestMapping(TreePages.AT)
@Needs(room = "notices", level = Level.VIEW)
class TreePages {
    static final String AT = "/desk/notices/trees";

    private final Trees trees;
    private final Staff staff;
    private final CallViews views;

    TreePages(Trees trees, Staff staff, CallViews views) {
        this.trees = trees;
        this.staff = staff;
        this.views = views;
    }

    @GetMapping
    String list(Model model) {
        var all = trees.all();
        model.addAttribute("trees", all);
        model.addAttribute(
                "names",
                views.names(all.stream()
                        .flatMap(t -> t.tree().rungs().stream())
                        .flatMap(r -> r.people().stream())
                        .distinct()
                        .toList()));
        return "notices/web/calls/trees";
    }

    @GetMapping("/new")
    @Needs(room = "notices", level = Level.WORK)
    String blank(Model model) {
        return page(null, TreeForm.blank(), model);
    }

    private String page(@Nullable StoredTree tree, Form form, Model model) {
        model.addAttribute("tree", tree);
        model.addAttribute("form", form);
        model.addAttribute("rungs", TreeForm.rungs(form));
        model.addAttribute("staff", staff.listed(TreeForm.people(form)));
        return "notices/web/calls/tree";
    }

    @PostMapping
    @Needs(room = "notices", level = Level.WORK)
    String create(Actor actor, PostedForm sent, Model model) {
        if (TreeForm.helps(sent.form())) return page(null, sent.form(), model);
        return sent.act(
                form -> {
                    trees.create(actor, TreeForm.tree(form));
                    sent.say("notices.calls.said.tree");
                    return "redirect:" + AT;
                },
                "name",
                (form, why) -> page(null, form, model));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    @Needs(room = "notices", level = Level.WORK)
    String edit(@PathVariable String id, Model model) {
        var tree = trees.get(Asking.id(id));
        if (tree.retired()) throw Refused.conflict("notices.calls.tree.retired");
        return page(tree, TreeForm.filled(tree.tree(), tree.version()), model);
    }

    @PutMapping("/{id:[0-9a-f-]{36}}")
    @Needs(room = "notices", level = Level.WORK)
    String write(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var tree = trees.get(Asking.id(id));
        if (TreeForm.helps(sent.form())) return page(tree, sent.form(), model);
        return sent.act(
                form -> {
                    var version = form.number("version");
                    var written = TreeForm.tree(form);
                    trees.write(actor, tree.id(), (int) Math.clamp(version.orElse(0), 0, Integer.MAX_VALUE), written);
                    sent.say("notices.calls.said.tree");
                    return "redirect:" + AT;
                },
                "name",
                (form, why) -> page(tree, form, model));
    }

    @DeleteMapping("/{id:[0-9a-f-]{36}}")
    @Needs(room = "notices", level = Level.WORK)
    String retire(@PathVariable String id, Actor actor, PostedForm sent) {
        trees.retire(actor, Asking.id(id));
        sent.say("notices.calls.said.retired");
        return "redirect:" + AT;
    }
}
