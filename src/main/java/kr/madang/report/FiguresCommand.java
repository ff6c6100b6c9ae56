package kr.madang.report;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.madang.kernel.cli.Command;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.report.assembly.FigureLine;
import org.springframework.stereotype.Component;

/** {@code ./madang figures --document 2023 --format csv}: every figure of a report the house can compute, and nothing else. */
@Component
class FiguresCommand implements Command {
    private static final String USAGE = """
            사용법: madang figures --document 서식 [--year 연도] [--as-of 기준일] [--format csv]
                   madang figures --list      (지표 목록)
            서식의 모든 지표를 계산하여 document,key,kind,from,to,value,unit 순서로 적습니다.""";

    private final Printing printing;
    private final FigureCatalogue catalogue;

    FiguresCommand(Printing printing, FigureCatalogue catalogue) {
        this.printing = printing;
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        var call = Call.read(args, List.of("--document", "--year", "--as-of", "--format"), List.of("--list", "--help"));
        if (call.has("--help")) {
            err.println(USAGE);
            return 0;
        }
        if (call.has("--list")) return list(out);
        if (!call.isClear()
                || !call.words().isEmpty()
                || call.option("--document").isEmpty()) {
            err.println(call.complaint().orElse("어느 서식의 지표인지 --document로 적어 주십시오."));
            err.println(USAGE);
            return 2;
        }
        if (!call.option("--format").orElse("csv").equals("csv")) {
            err.println("지표는 csv로만 적습니다.");
            return 2;
        }
        return printing.assemble(call.option("--document").orElseThrow(), call, err)
                .map(made -> print(call.option("--document").orElseThrow(), made.figures(), out, err))
                .orElse(2);
    }

    private static int print(String document, List<FigureLine> figures, PrintStream out, PrintStream err) {
        var text = new StringBuilder("document,key,kind,from,to,value,unit\n");
        int known = 0;
        for (var figure : figures)
            if (figure.value() != null) {
                known++;
                text.append(line(document, figure, figure.value()));
            }
        out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        err.println("지표 " + figures.size() + "개 중 " + known + "개를 계산했습니다.");
        return 0;
    }

    private static String line(String document, FigureLine figure, BigDecimal value) {
        return String.join(
                        ",",
                        quoted(document),
                        quoted(figure.written()),
                        figure.kind(),
                        figure.period().from().toString(),
                        figure.period().to().toString(),
                        figure.kind().equals("rate") ? value.toPlainString() : plain(value),
                        quoted(figure.unit()))
                + "\n";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String field) {
        return field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
    }

    private int list(PrintStream out) {
        var text = new StringBuilder("name,title,kind,unit,dimensions\n");
        for (var figure : catalogue.list())
            text.append(String.join(
                            ",",
                            figure.name(),
                            quoted(figure.title()),
                            figure.kind().word(),
                            quoted(figure.unit()),
                            quoted(String.join(
                                    " ", figure.dimensions().stream().sorted().toList()))))
                    .append('\n');
        out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        return 0;
    }
}
