package kr.madang.approvals.web;

import jakarta.servlet.http.HttpServletResponse;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;

/** Lets a form that was refused come back with all that was typed (다시 쓰기); what no typing can put right goes on as it was. */
public final class Again {
    private Again() {}

    public static void refuse(Form form, Refused refused, String field, HttpServletResponse response) {
        boolean typed = refused.reason() == Refused.Reason.INVALID || refused.reason() == Refused.Reason.CONFLICT;
        if (!typed) throw refused;
        form.refuse(field, refused.code(), refused.args().toArray());
        response.setStatus(422);
    }
}
