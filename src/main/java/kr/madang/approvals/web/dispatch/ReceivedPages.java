package kr.madang.approvals.web.dispatch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.approvals.dispatch.office.ReceiptQuery;
import kr.madang.approvals.dispatch.office.Receipts;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of received documents (접수함·문서접수대장), and the same as a table to take away. */
@Controller
@RequestMapping("/desk/approvals/received")
@Needs(room = "approvals", level = Level.VIEW)
class ReceivedPages {
    private static final int ROWS = 20;
    private static final List<String> FIELDS =
            List.of("number", "arrived", "sender", "sendernumber", "title", "unit", "handler", "deadline", "state");

    private final Receipts receipts;

    ReceivedPages(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String cursor,
            Actor actor,
            Model model) {
        var query = query(q, state, view);
        var slice = receipts.find(actor, query, cursor.isEmpty() ? null : cursor, ROWS);
        model.addAttribute("q", query.text());
        model.addAttribute("state", query.state() == null ? "" : query.state().word());
        model.addAttribute("view", view);
        model.addAttribute("items", slice.rows());
        model.addAttribute("counts", receipts.counts(actor));
        model.addAttribute("today", receipts.today());
        model.addAttribute("asked", asked(query, view));
        model.addAttribute("window", Asked.window("/desk/approvals/received", asked(query, view), slice));
        return "approvals/web/dispatch/received";
    }

    private static ReceiptQuery query(String q, String state, String view) {
        var wanted = Arrays.stream(Receipt.State.values())
                .filter(s -> s.word().equals(state))
                .findFirst()
                .orElse(null);
        return new ReceiptQuery(q, wanted, view.equals("mine"), view.equals("overdue"));
    }

    private static String asked(ReceiptQuery query, String view) {
        var state = query.state();
        return Asked.query("q", query.text(), "state", state == null ? "" : state.word(), "view", view);
    }

    @GetMapping("/export.csv")
    void csv(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        var query = query(text(request, "q"), text(request, "state"), text(request, "view"));
        Sheets.send(response, "csv", "received", "접수문서", out -> {
            out.row(FIELDS.stream()
                    .map(field -> Words.here("approvals.receipt.field." + field))
                    .toArray());
            receipts.each(
                    actor,
                    query,
                    item -> out.row(
                            item.number(),
                            Asked.date(item.arrivedAt()),
                            item.sender(),
                            item.senderNumber(),
                            item.title(),
                            item.unit(),
                            item.handler(),
                            item.receipt().deadline(),
                            item.receipt().state().title()));
        });
    }

    private static String text(HttpServletRequest request, String name) {
        var sent = request.getParameter(name);
        return sent == null ? "" : sent;
    }
}
