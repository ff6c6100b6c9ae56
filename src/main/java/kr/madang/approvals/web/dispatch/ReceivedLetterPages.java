package kr.madang.approvals.web.dispatch;

import kr.madang.approvals.dispatch.Receipt;
import kr.madang.approvals.dispatch.office.Receipts;
import kr.madang.approvals.dispatch.office.ReceivedLetters;
import kr.madang.approvals.print.Form;
import kr.madang.approvals.web.PrintPages;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The letter of another unit as a file (접수문서 내려받기), with the number it was received under. */
@Controller
@RequestMapping("/desk/approvals/received/{id}/printed.{ending}")
@Needs(room = "approvals", level = Level.VIEW)
class ReceivedLetterPages {
    private final Receipts receipts;
    private final ReceivedLetters letters;

    ReceivedLetterPages(Receipts receipts, ReceivedLetters letters) {
        this.receipts = receipts;
        this.letters = letters;
    }

    @GetMapping
    ResponseEntity<byte[]> printed(@PathVariable String id, @PathVariable String ending, Actor actor) {
        var form = Form.of(ending).orElseThrow(() -> Refused.missing("approvals.print.form", ending));
        var view = receipts.open(actor, id(id));
        var letter = letters.of(view).orElseThrow(() -> Refused.missing("approvals.receipt.missing"));
        var name = PrintPages.name(view.number(), letter.title(), "") + "." + form.word();
        return PrintPages.answer(form.write(letter), form.mediaType(), name, form == Form.HTML);
    }

    private static Receipt.Id id(String text) {
        try {
            return Receipt.Id.of(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.receipt.missing");
        }
    }
}
