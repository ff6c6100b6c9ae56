package kr.madang.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;
import org.springframework.ui.Model;

/** A form of the room that was sent (보낸 양식): what is refused comes back with the reason beside its field and all that was typed. */
final class Sent {
    /** Which field a reason is about, by the beginning of its code; where it fits several, the first the form has. */
    private static final List<Map.Entry<String, List<String>>> FIELDS = List.of(
            Map.entry("office.year.", List.of("on", "by0")),
            Map.entry("office.ledger.before", List.of("on")),
            Map.entry("office.ledger.document", List.of("document")),
            Map.entry("office.ledger.payee", List.of("payee")),
            Map.entry("office.ledger.memo", List.of("memo")),
            Map.entry("office.ledger.reason", List.of("reason")),
            Map.entry("office.ledger.", List.of("amount", "reason")),
            Map.entry("office.grant.basis", List.of("basis")),
            Map.entry("office.grant.transfer", List.of("grant")),
            Map.entry("office.grant.", List.of("to")),
            Map.entry("office.team.code", List.of("code")),
            Map.entry("office.team.taken", List.of("code")),
            Map.entry("office.team.name", List.of("name")),
            Map.entry("office.duty.", List.of("name")),
            Map.entry("office.post.code", List.of("number")),
            Map.entry("office.post.taken", List.of("number")),
            Map.entry("office.post.title", List.of("title")),
            Map.entry("office.person.name", List.of("name")),
            Map.entry("office.person.number", List.of("number")),
            Map.entry("office.person.taken", List.of("number")),
            Map.entry("office.appointment.", List.of("place")),
            Map.entry("office.rank", List.of("grade")),
            Map.entry("office.facility.quantity", List.of("quantity")),
            Map.entry("office.facility.", List.of("name")),
            Map.entry("office.import.", List.of("file")),
            Map.entry("kernel.sheet.", List.of("file")),
            Map.entry("office.", List.of("from", "last", "on", "amount", "m1", "percent0", "name")));

    /** What somebody can put right in the form; the rest is answered by a page of its own. */
    private static final Set<Refused.Reason> TAKEN_BACK =
            EnumSet.of(Refused.Reason.INVALID, Refused.Reason.CONFLICT, Refused.Reason.TOO_LARGE);

    private Sent() {}

    /** Does what the form asks and answers where to go then. */
    interface Act {
        String on(Form form);
    }

    /** The page the form stands on, filled into the model; a form it puts there is replaced by the one sent. */
    interface Again {
        String page(Form form, Refused why);
    }

    static String act(HttpServletRequest request, HttpServletResponse response, Model model, Act act, Again again) {
        var form = Form.of(request);
        try {
            return "redirect:" + act.on(form);
        } catch (Refused refused) {
            if (!TAKEN_BACK.contains(refused.reason())) throw refused;
            // what could not be read stands beside its field already
            if (form.ok())
                form.refuse(
                        field(form, refused.code()),
                        refused.code(),
                        refused.args().toArray());
            response.setStatus(422);
            var view = again.page(form, refused);
            model.addAttribute("form", form);
            return view;
        }
    }

    private static String field(Form form, String code) {
        var fitting = FIELDS.stream()
                .filter(f -> code.startsWith(f.getKey()))
                .flatMap(f -> f.getValue().stream())
                .toList();
        return Stream.concat(fitting.stream().filter(f -> !form.values(f).isEmpty()), fitting.stream())
                .findFirst()
                .orElse("name");
    }
}
