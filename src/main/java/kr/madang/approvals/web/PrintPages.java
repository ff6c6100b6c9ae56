package kr.madang.approvals.web;

import java.nio.charset.StandardCharsets;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Printing;
import kr.madang.approvals.dispatch.office.OfficeCopies;
import kr.madang.approvals.print.Form;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.document.html.SheetHtml;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A paper as a file (문서 내려받기): HTML is shown, the others are kept. Opening one is a look like any other. */
@Controller
@RequestMapping("/desk/approvals/papers/{id}")
@Needs(room = "approvals", level = Level.VIEW)
public class PrintPages {
    private static final int LONGEST_NAME = 100;

    /** A page that is made to be kept has its style inside; nothing else in it may run or load. */
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " + "style-src 'sha256-"
                    + SheetHtml.styleHash() + "'";

    private final Papers papers;
    private final Printing printing;
    private final OfficeCopies copies;

    PrintPages(Papers papers, Printing printing, OfficeCopies copies) {
        this.papers = papers;
        this.printing = printing;
        this.copies = copies;
    }

    @GetMapping("/printed.{ending}")
    ResponseEntity<byte[]> printed(
            @PathVariable String id,
            @PathVariable String ending,
            @RequestParam(defaultValue = "0") int version,
            Actor actor) {
        var form = Form.of(ending).orElseThrow(() -> Refused.missing("approvals.print.form", ending));
        var view = papers.open(actor, Asked.paper(id));
        int number = version == 0 ? view.current().number() : version;
        boolean last = number == view.current().number();
        var letter = printing.letter(view, number, last ? copies.of(view) : Printing.Addressed.INSIDE);
        var name = name(view.number(), letter.title(), last ? "" : "제" + number + "판");
        return answer(form.write(letter), form.mediaType(), name + "." + form.word(), form == Form.HTML);
    }

    /** Number and title, without what file systems refuse. */
    public static String name(String number, String title, String edition) {
        var name = String.join("_", number, title, edition)
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\s]+", "_")
                .replaceAll("_{2,}", "_")
                .replaceAll("^[_.]+|[_.]+$", "");
        if (name.codePointCount(0, name.length()) <= LONGEST_NAME) return name.isEmpty() ? "문서" : name;
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    public static ResponseEntity<byte[]> answer(byte[] file, String type, String name, boolean shown) {
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        var answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (shown) answer.header("Content-Security-Policy", POLICY);
        return answer.contentType(MediaType.parseMediaType(type)).body(file);
    }
}
