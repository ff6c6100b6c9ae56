package kr.madang.office.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.BudgetNode;
import kr.madang.office.budget.Plans;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The monthly plans and the targets of early execution, seen and changed. */
@Controller
@RequestMapping("/desk/office/months")
@Needs(room = "office", level = Level.VIEW)
class PlanPages {
    private static final int MOST_TARGETS = 50;
    private static final String CHANGED = "office.plan.changed";

    private final Office office;
    private final Budget budget;
    private final Plans plans;

    PlanPages(Office office, Budget budget, Plans plans) {
        this.office = office;
        this.budget = budget;
        this.plans = plans;
    }

    @GetMapping("/plans")
    String list(@RequestParam(defaultValue = "") String day, Model model) {
        var asOf = office.budgetDay(day);
        model.addAttribute("asOf", asOf);
        model.addAttribute("planned", Planned.of(budget, asOf.day()));
        model.addAttribute("open", budget.isOpen(asOf.year()));
        return "office/web/plans";
    }

    @GetMapping("/plans/{id}")
    @Needs(room = "office", level = Level.WORK)
    String plan(@PathVariable UUID id, Model model) {
        var stored = plans.months(id);
        int year = budget.node(id).map(BudgetNode::fiscalYear).orElseThrow();
        var tree = budget.tree(year, LocalDate.of(year, 12, 31));
        model.addAttribute("way", tree.way(id));
        model.addAttribute("project", tree.find(id).orElseThrow());
        model.addAttribute("stored", stored);
        model.addAttribute("seen", Seen.write(stored));
        model.addAttribute("moved", Set.of());
        model.addAttribute("open", budget.isOpen(year));
        model.addAttribute("form", Form.empty());
        return "office/web/plan";
    }

    @PostMapping("/plans/{id}")
    @Needs(room = "office", level = Level.WORK)
    String plan(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var wanted = months(form);
                    try {
                        plans.planMonths(by, id, Seen.months(form.value("seen")), wanted);
                    } catch (Refused refused) {
                        // said beside a month that moved; the others show what is stored
                        if (refused.code().equals(CHANGED))
                            Seen.moved(form.value("seen"), plans.months(id)).stream()
                                    .findFirst()
                                    .ifPresent(m -> form.refuse("m" + m, CHANGED));
                        throw refused;
                    }
                    sent.say("office.plan.done");
                    return "redirect:/desk/office/months/plans/" + id;
                },
                Fields.of(sent.form()),
                (form, why) -> {
                    var view = again(plan(id, model), form, why, model);
                    model.addAttribute("moved", Seen.moved(form.value("seen"), plans.months(id)));
                    return view;
                });
    }

    @GetMapping("/targets/{year}")
    @Needs(room = "office", level = Level.WORK)
    String targets(@PathVariable int year, Model model) {
        return targets(year, 0, model);
    }

    private String targets(int year, int rows, Model model) {
        if (budget.year(year).isEmpty()) throw Refused.missing("office.year.none", Integer.toString(year));
        var stored = budget.targets(year);
        model.addAttribute("year", year);
        model.addAttribute("stored", stored);
        model.addAttribute("rows", Seen.rows(stored, rows));
        model.addAttribute("seen", Seen.write(stored));
        model.addAttribute("open", budget.isOpen(year));
        model.addAttribute("form", Form.empty());
        return "office/web/targets";
    }

    @PostMapping("/targets/{year}")
    @Needs(room = "office", level = Level.WORK)
    String targets(Actor by, @PathVariable int year, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    plans.aim(by, year, Seen.targets(form.value("seen")), wanted(form));
                    sent.say("office.target.done");
                    return "redirect:/desk/office/months/targets/" + year;
                },
                Fields.of(sent.form()),
                (form, why) -> again(targets(year, rows(form), model), form, why, model));
    }

    /** Only who has been shown what somebody else wrote meanwhile may write over it; everyone else still knows what they saw. */
    private static String again(String view, Form form, Refused why, Model model) {
        if (!why.code().equals(CHANGED)) model.addAttribute("seen", form.value("seen"));
        return view;
    }

    /** An empty month is a month without payments. */
    private static List<Long> months(Form form) {
        return IntStream.rangeClosed(1, Plans.MONTHS)
                .mapToObj(m -> form.value("m" + m).isEmpty() ? 0L : month(form, "m" + m))
                .toList();
    }

    private static long month(Form form, String field) {
        long won = Typed.won(form, field);
        if (won < 0) throw Typed.refused(form, field, "office.plan.amount", Show.won(won));
        return won;
    }

    private static int rows(Form form) {
        int rows = 0;
        while (rows < MOST_TARGETS && !form.values("by" + rows).isEmpty()) rows++;
        return rows;
    }

    /** A row without day and percent is a target given up. */
    private static SortedMap<LocalDate, BigDecimal> wanted(Form form) {
        var wanted = new TreeMap<LocalDate, BigDecimal>();
        for (int row = 0; row < rows(form); row++) {
            var by = "by" + row;
            var percent = "percent" + row;
            if (Stream.of(by, percent).allMatch(f -> form.value(f).isEmpty())) continue;
            var day = Typed.day(form, by);
            if (wanted.put(day, Typed.decimal(form, percent, 1)) != null)
                throw Typed.refused(form, by, "office.target.twice", day);
        }
        return wanted;
    }
}
