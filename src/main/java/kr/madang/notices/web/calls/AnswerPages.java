package kr.madang.notices.web.calls;

import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.calls.CallEvent;
import kr.madang.notices.calls.Calls;
import kr.madang.notices.web.sends.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where somebody who was called answers from his telephone (참석 응답), by the signed slip in the message and without signing in. Looking changes nothing. */
@Controller
@RequestMapping("/notices/c/{slip:[A-Za-z0-9_-]{24}}")
@Open
class AnswerPages {
    private final Calls calls;
    private final CallViews views;

    AnswerPages(Calls calls, CallViews views) {
        this.calls = calls;
        this.views = views;
    }

    @GetMapping
    String ask(@PathVariable String slip, Model model) {
        return page(slip, Form.empty(), model);
    }

    private String page(String slip, Form form, Model model) {
        var held = calls.held(slip).orElseThrow(() -> Refused.missing("notices.calls.slip"));
        var call = held.call().call();
        model.addAttribute("form", form);
        model.addAttribute("slip", slip);
        model.addAttribute("call", call);
        model.addAttribute("startedAt", held.call().startedAt());
        model.addAttribute("name", views.names(java.util.List.of(held.person())).getOrDefault(held.person(), ""));
        model.addAttribute("answer", call.answer(held.person()).orElse(null));
        return "notices/web/calls/answer";
    }

    @PostMapping
    String answer(@PathVariable String slip, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var answer = Asked.one(CallEvent.Answer.class, form.value("answer"))
                            .orElseThrow(() -> Refused.invalid("notices.calls.answer"));
                    calls.answer(slip, answer);
                    sent.say("notices.calls.said.thanks");
                    return "redirect:/notices/c/" + slip;
                },
                "answer",
                (form, why) -> page(slip, form, model));
    }
}
