package kr.madang.approvals.web.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.dispatch.SealMark;
import kr.madang.approvals.dispatch.Sending;
import kr.madang.approvals.dispatch.office.Agencies;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;

/** Reads the form in which somebody chooses recipients (시행 양식). */
final class SendingForm {
    static final int RESIDENTS = 3;

    private SendingForm() {}

    static Sending read(Form form, List<Units.Unit> units, Agencies agencies) {
        var to = new ArrayList<Recipient>();
        for (var code : form.values("unit"))
            to.add(units.stream()
                    .filter(u -> u.code().equals(code))
                    .findFirst()
                    .map(u -> new Recipient.Inside(u.code(), u.name()))
                    .orElseThrow(() -> Refused.invalid("approvals.recipient.unit")));
        for (var code : form.values("agency"))
            to.add(agencies.find(code)
                    .map(a -> new Recipient.Outside(a.code(), a.name()))
                    .orElseThrow(() -> Refused.invalid("approvals.agency.missing")));
        for (int i = 1; i <= RESIDENTS; i++) {
            var name = form.value("name" + i);
            var email = form.value("email" + i);
            if (!name.isEmpty() || !email.isEmpty()) to.add(new Recipient.Resident(name, email));
        }
        if (form.checked("homepage")) to.add(new Recipient.Homepage());
        var mark = Arrays.stream(SealMark.values())
                .filter(m -> m.word().equals(form.value("mark")))
                .findFirst()
                .orElse(SealMark.OMITTED);
        return new Sending(
                form.value("via"), form.value("sender"), mark, form.checked("separate"), to, form.value("reason"));
    }

    /** Where the page shows what is wrong. */
    static String field(String code) {
        if (code.equals("approvals.sending.via")) return "via";
        if (code.startsWith("approvals.sending.sender")) return "sender";
        if (code.startsWith("approvals.recipient.name") || code.startsWith("approvals.mail")) return "name1";
        if (code.startsWith("approvals.recipient.email")) return "email1";
        return code.equals("approvals.sending.again") || code.equals("approvals.sending.long") ? "reason" : "units";
    }
}
