package kr.madang.report;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import kr.madang.report.assembly.Assembled;
import kr.madang.report.assembly.Terms;
import kr.madang.report.template.TemplateReader;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes a report for the command line, from the newest text of a template and the figures as they are now. */
@Component
class Printing {
    private final Templates templates;
    private final Assembler assembler;
    private final MessageSource messages;

    Printing(Templates templates, Assembler assembler, MessageSource messages) {
        this.templates = templates;
        this.assembler = assembler;
        this.messages = messages;
    }

    /** Empty when it cannot be made; the reason was told. */
    Optional<Assembled> assemble(String code, Call call, PrintStream err) {
        var text = templates.text(code);
        if (text.isEmpty()) {
            err.println("그런 서식이 없습니다: " + code);
            return Optional.empty();
        }
        var template = TemplateReader.read(text.get());
        if (template.hasErrors()) {
            for (var problem : template.problems())
                err.println(problem.line() + "행 " + problem.column() + "열: "
                        + messages.getMessage(
                                problem.code(), problem.args().toArray(), problem.code(), java.util.Locale.KOREAN));
            return Optional.empty();
        }
        try {
            var asOf = LocalDate.parse(
                    call.option("--as-of").orElse(template.cover().asOf()));
            int year = Integer.parseInt(call.option("--year").orElse(String.valueOf(asOf.getYear())));
            if (year < 1990 || year > 2100) throw new NumberFormatException();
            return Optional.of(assembler.assemble(template, new Terms(year, asOf)));
        } catch (DateTimeException e) {
            err.println("기준일을 2023-05-31처럼 적어 주십시오.");
        } catch (NumberFormatException e) {
            err.println("연도를 2023처럼 적어 주십시오.");
        }
        return Optional.empty();
    }
}
