package kr.madang.kernel.jobs.web;

import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.jobs.Jobs;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Timed work for the operator (정기 작업 화면). */
@Controller
@RequestMapping("/desk/kernel/jobs")
@Needs(room = "kernel", level = Level.VIEW)
class JobPages {
    private final Jobs jobs;

    JobPages(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("jobs", jobs.list());
        return "kernel/jobs/web/jobs";
    }

    @GetMapping("/{name}")
    String show(@PathVariable String name, Model model) {
        model.addAttribute("standing", jobs.get(name));
        return "kernel/jobs/web/job";
    }

    @PostMapping("/{name}/runs")
    @Needs(room = "kernel", level = Level.MANAGE)
    String run(Actor actor, @PathVariable String name, RedirectAttributes redirect) {
        jobs.runNow(actor, name);
        redirect.addFlashAttribute("notice", Words.here("kernel.job.started"));
        return "redirect:/desk/kernel/jobs/" + jobs.get(name).job().name();
    }
}
