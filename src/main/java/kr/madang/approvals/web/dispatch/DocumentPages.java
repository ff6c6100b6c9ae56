package kr.madang.approvals.web.dispatch;

import gg.jte.Content;
import java.util.UUID;
import kr.madang.approvals.dispatch.office.Publication;
import kr.madang.approvals.dispatch.office.Publications;
import kr.madang.approvals.print.Form;
import kr.madang.approvals.print.Layout;
import kr.madang.approvals.web.Asked;
import kr.madang.approvals.web.PrintPages;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.document.html.SheetHtml;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the office has made public of its papers, for everybody (정보공개 문서목록). */
@Controller
@RequestMapping("/documents")
@Open
class DocumentPages {
    private static final int ROWS = 20;

    private final Publications publications;
    private final PublicForms forms;

    DocumentPages(Publications publications, PublicForms forms) {
        this.publications = publications;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var slice = publications.find(q, unit, cursor.isEmpty() ? null : cursor, ROWS);
        model.addAttribute("q", q);
        model.addAttribute("items", slice.rows());
        model.addAttribute("window", Asked.window("/documents", Asked.query("q", q, "unit", unit), slice));
        return "approvals/web/dispatch/documents";
    }

    /** The answer for what there is not is the same as for what is not public. */
    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        var document = find(id);
        model.addAttribute("document", document);
        model.addAttribute("letter", letter(document));
        return "approvals/web/dispatch/document";
    }

    /** The letter as it was made public, as a file. */
    @GetMapping("/{id}/printed.{ending}")
    ResponseEntity<byte[]> printed(@PathVariable String id, @PathVariable String ending) {
        var form = Form.of(ending).orElseThrow(() -> Refused.missing("approvals.print.form", ending));
        var document = find(id);
        var letter = document.letter();
        if (letter == null) throw Refused.missing("approvals.documents.missing");
        var name = PrintPages.name(document.number(), letter.title(), "") + "." + form.word();
        return PrintPages.answer(forms.of(document.id(), form, letter), form.mediaType(), name, form == Form.HTML);
    }

    private Publication find(String id) {
        return publications.find(id(id)).orElseThrow(() -> Refused.missing("approvals.documents.missing"));
    }

    /** As it is printed; the writer escapes every word itself. Empty where only the text was kept. */
    private static @Nullable Content letter(Publication document) {
        var letter = document.letter();
        if (letter == null) return null;
        var markup = SheetHtml.fragment(Layout.of(letter), 2);
        return out -> out.writeContent(markup);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.documents.missing");
        }
    }
}
