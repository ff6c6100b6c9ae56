package kr.madang.approvals.web.drafting;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import kr.madang.approvals.desk.Routes;
import kr.madang.approvals.drafting.Enclosed;
import kr.madang.approvals.drafting.Sketch;
import kr.madang.approvals.text.Writing;
import kr.madang.approvals.web.line.LineDesk;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.web.Form;
import org.springframework.stereotype.Component;

/** What the buttons of the drafting form do to what is typed (기안 화면의 단추), short of saving it. */
@Component
class DraftSteps {
    private final LineDesk lines;
    private final Enclosed enclosed;
    private final Routes routes;

    DraftSteps(LineDesk lines, Enclosed enclosed, Routes routes) {
        this.lines = lines;
        this.enclosed = enclosed;
        this.routes = routes;
    }

    /** Which part of the page the reader wants to see next. */
    static String anchor(String step) {
        if (step.equals("attach") || step.startsWith("detach:")) return "#attached";
        if (step.equals("fix") || step.equals("check")) return "#text";
        if (step.equals("gist")) return "#summary";
        if (step.equals("decide")) return "#decision";
        return LineDesk.knows(step) || step.equals("propose") ? "#line-editor" : "";
    }

    /**
     * Changes the fields as the button says.
     *
     * @return key of a sentence to say, or empty
     */
    String take(Actor actor, Form form, String step, HttpServletRequest request) {
        if (LineDesk.knows(step)) return lines.step(actor, form, step);
        if (step.startsWith("detach:")) {
            form.set("attached", enclosed.minus(form.value("attached"), step.substring("detach:".length())));
            return "approvals.upload.removed";
        }
        return switch (step) {
            case "look", "check", "decide" -> "";
            case "fix" -> fix(form);
            case "gist" -> gist(form);
            case "propose" -> propose(actor, form);
            case "attach" -> attach(actor, form, request);
            default -> throw Refused.invalid("approvals.move.unknown");
        };
    }

    private static String fix(Form form) {
        form.set("text", Writing.fix(DraftForm.text(form)));
        return "approvals.writing.fixed";
    }

    private static String gist(Form form) {
        var gist = DraftForm.gist(form.value("title"), DraftForm.text(form));
        form.set("summary", gist.summary()).set("keywords", String.join(", ", gist.keywords()));
        return "approvals.writing.proposed";
    }

    /** Those who were to read it stay. */
    private String propose(Actor actor, Form form) {
        var route = routes.propose(actor, form.value("task"), DraftForm.amount(form))
                .route()
                .orElseThrow(() -> Refused.invalid("approvals.sketch.nobody"));
        var line = Sketch.of(route);
        for (var reader : LineDesk.line(form).people(Sketch.Part.CIRCULATE))
            line = line.plus(Sketch.Part.CIRCULATE, reader);
        form.set("line", line.text());
        return "approvals.sketch.proposed";
    }

    /** Files that were taken before one is refused stay. */
    String attach(Actor actor, Form form, HttpServletRequest request) {
        try {
            boolean any = false;
            for (var part : request.getParts()) {
                var name = part.getSubmittedFileName();
                if (!part.getName().equals("files") || name == null || name.isEmpty()) continue;
                any = true;
                form.set("attached", enclosed.plus(actor, form.value("attached"), name, part::getInputStream));
            }
            if (!any) throw Refused.invalid("approvals.upload.none");
            return "approvals.upload.taken";
        } catch (IOException | ServletException e) {
            throw new Refused(Refused.Reason.UNAVAILABLE, "kernel.file.broken");
        }
    }
}
