package kr.madang.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import kr.madang.kernel.Refused;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form somebody has sent (보낸 양식), which is let act. What the office refuses and typing can put right comes back as the same form, with
 * the reason beside its field, all that was typed and status 422. A handler asks for one as an argument.
 */
public final class PostedForm {
    /** What somebody can put right in the form; the rest is answered by a page of its own. */
    private static final Set<Refused.Reason> TAKEN_BACK =
            EnumSet.of(Refused.Reason.INVALID, Refused.Reason.CONFLICT, Refused.Reason.TOO_LARGE);

    private final Form form;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ModelMap model;

    PostedForm(HttpServletRequest request, HttpServletResponse response, ModelMap model) {
        this.form = Form.of(request);
        this.request = request;
        this.response = response;
        this.model = model;
    }

    /**
     * Does what the form asks and answers with the next view, mostly a redirect.
     *
     * @param <X> what may happen besides being refused
     */
    public interface Act<X extends Exception> {
        String on(Form form) throws X;
    }

    /** The page the form stands on, filled into the model; the form itself is put there for it. */
    public interface Page {
        String of(Form form, Refused why);
    }

    public Form form() {
        return form;
    }

    /** Lets the form act; a refusal stands beside the one field there is. */
    public <X extends Exception> String act(Act<X> act, String field, Page again) throws X {
        return act(act, code -> field, again);
    }

    /**
     * Lets the form act.
     *
     * @param field where a reason stands, by its code; what could not be read stands beside its field already
     */
    public <X extends Exception> String act(Act<X> act, UnaryOperator<String> field, Page again) throws X {
        try {
            return act.on(form);
        } catch (Refused refused) {
            if (!TAKEN_BACK.contains(refused.reason())) throw refused;
            if (form.ok())
                form.refuse(
                        field.apply(refused.code()),
                        refused.code(),
                        refused.args().toArray());
            response.setStatus(422);
            var view = again.of(form, refused);
            model.addAttribute("form", form);
            return view;
        }
    }

    /** Says on the next page what was done. */
    public void say(String code, Object... args) {
        RequestContextUtils.getOutputFlashMap(request).put("notice", Words.here(code, args));
    }
}
