package kr.madang.approvals.web.registers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import kr.madang.approvals.registers.Book;
import kr.madang.approvals.registers.RegisterQuery;
import kr.madang.approvals.registers.RegisterRow;
import kr.madang.approvals.registers.Registers;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Window;
import kr.madang.kernel.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The registers: production, receipt and the numbers of kinds (등록대장). */
@Controller
@RequestMapping("/desk/approvals/registers")
@Needs(room = "approvals", level = Level.VIEW)
class RegisterPages {
    private static final int ROWS = 30;
    private static final String[] FIELDS = {"book", "unit", "year", "first", "last", "from", "to", "q", "drafter"};

    private final Registers registers;
    private final Asked asked;

    RegisterPages(Registers registers, Asked asked) {
        this.registers = registers;
        this.asked = asked;
    }

    @GetMapping
    String list(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = Form.of(request);
        var query = query(form, actor);
        var rows = List.<RegisterRow>of();
        var window = Window.keyset(null, null);
        if (query == null) response.setStatus(422);
        else {
            var slice = registers.page(actor, query, form.value("cursor"), ROWS);
            rows = slice.rows();
            window = Asked.window("/desk/approvals/registers", Asked.query(form, FIELDS), slice);
        }
        model.addAttribute("form", form);
        model.addAttribute("book", book(form));
        model.addAttribute("unit", asked.unit(form, actor));
        model.addAttribute("units", asked.units());
        model.addAttribute("query", Asked.query(form, FIELDS));
        model.addAttribute("rows", rows);
        model.addAttribute("window", window);
        return "approvals/web/registers/registers";
    }

    @GetMapping("/entries." + Sheets.FORMAT)
    void export(@PathVariable String format, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var form = Form.of(request);
        var query = query(form, actor);
        if (query == null) throw Refused.invalid("approvals.register.unreadable");
        Sheets.send(
                response,
                format,
                "register-" + query.book().word(),
                query.book().title(),
                out -> {
                    out.row("등록번호", "연도", "등록일", "제목", "기안자", "문서 종류", "공개구분", "보존기간");
                    registers.each(actor, query, row -> write(out, query.book(), row));
                });
    }

    private static void write(SheetWriter out, Book book, RegisterRow row) {
        out.row(
                book.printed(row.unitName(), row.year(), row.serial()),
                Asked.date(row.at()).getYear(),
                Asked.date(row.at()),
                row.masked() ? Words.here("approvals.masked") : row.title(),
                row.drafter(),
                row.kind() == null ? "" : row.kind().title(),
                row.disclosure() == null ? "" : row.disclosure().title(),
                row.retention() == null ? "" : row.retention().title());
    }

    private static Book book(Form form) {
        return Book.of(form.value("book")).orElse(Book.ALL.getFirst());
    }

    /** @return null when something that was typed cannot be read; the form says what */
    private @Nullable RegisterQuery query(Form form, Actor actor) {
        var from = form.day("from").orElse(null);
        var to = form.day("to").orElse(null);
        var first = form.number("first");
        var last = form.number("last");
        if (!form.ok()) return null;
        var drafter = form.value("drafter");
        int year = asked.year(form, 0);
        var unit = asked.unit(form, actor);
        try {
            return new RegisterQuery(
                    book(form), unit, year, boxed(first), boxed(last), from, to, form.value("q"), drafter);
        } catch (Refused refused) {
            var field = refused.code().startsWith("kernel.") ? "to" : "last";
            form.refuse(field, refused.code(), refused.args().toArray());
            return null;
        }
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
