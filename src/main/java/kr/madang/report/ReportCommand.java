package kr.madang.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.cli.Command;
import kr.madang.report.template.ShippedTemplate;
import org.springframework.stereotype.Component;

/** {@code ./madang report 2023 --format hwpx --out FILE}, and {@code ./madang report --verify}: do the seals of all frozen reports hold? */
@Component
class ReportCommand implements Command {
    private static final String USAGE = """
            사용법: madang report 서식 --format html|pdf|hwpx|xlsx --out 파일 [--year 연도] [--as-of 기준일]
                   madang report --list      (서식과 보고서 목록)
                   madang report --verify    (확정한 보고서의 해시 확인)""";

    private final Printing printing;
    private final Templates templates;
    private final Reports reports;
    private final Freezing freezing;

    ReportCommand(Printing printing, Templates templates, Reports reports, Freezing freezing) {
        this.printing = printing;
        this.templates = templates;
        this.reports = reports;
        this.freezing = freezing;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        var call = Call.read(
                args, List.of("--format", "--out", "--year", "--as-of"), List.of("--list", "--verify", "--help"));
        if (call.has("--help")) {
            err.println(USAGE);
            return 0;
        }
        if (!call.isClear()) return mistaken(call.complaint().orElse(""), err);
        if (call.has("--list")) return list(out);
        if (call.has("--verify")) return verify(out);
        if (call.words().size() != 1) return mistaken("어느 서식의 보고서인지 하나만 적어 주십시오.", err);
        return print(call, out, err);
    }

    private static int mistaken(String complaint, PrintStream err) {
        err.println(complaint);
        err.println(USAGE);
        return 2;
    }

    private int print(Call call, PrintStream out, PrintStream err) {
        var code = call.words().getFirst();
        var target = call.option("--out").orElse("");
        var ending = target.contains(".") ? target.substring(target.lastIndexOf('.') + 1) : "";
        var format = Format.of(call.option("--format").orElse(ending));
        if (format.isEmpty()) return mistaken("--format에는 html, pdf, hwpx, xlsx 가운데 하나를 적습니다.", err);
        if (target.isEmpty()) return mistaken("어디에 적을지 --out 파일로 알려 주십시오.", err);
        try {
            var made = printing.assemble(code, call, err);
            if (made.isEmpty()) return 2;
            var file = Path.of(target).toAbsolutePath();
            write(file, format.get().write(made.get().document()));
            err.println(file + " (수치 " + made.get().figures().size() + "개 중 "
                    + made.get().available() + "개)");
            return 0;
        } catch (IOException | InvalidPathException e) {
            err.println("파일을 쓸 수 없습니다: " + target);
            return 1;
        } catch (Refused e) {
            err.println(e.code() + " " + e.args());
            return 1;
        }
    }

    /** A file half written is worse than none. */
    private static void write(Path file, byte[] bytes) throws IOException {
        var folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) throw new IOException("no folder");
        var draft = Files.createTempFile(folder, ".madang", ".part");
        try {
            Files.write(draft, bytes);
            Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private int list(PrintStream out) {
        var shipped = ShippedTemplate.all().stream().map(ShippedTemplate::code).collect(Collectors.joining(", "));
        var kept = templates.list().stream()
                .map(t -> "  " + t.code() + "  " + t.title() + " (" + t.latest() + "판)")
                .collect(Collectors.joining("\n"));
        out.println("서식" + (kept.isEmpty() ? " (기본): " + shipped : ":\n" + kept));
        out.println("보고서:");
        for (var report : reports.list(null, null, 100, 0))
            out.println("  " + report.id() + "  " + report.cover().title() + "  " + report.asOf() + "  "
                    + report.state().word());
        return 0;
    }

    private int verify(PrintStream out) {
        int broken = 0;
        for (var id : freezing.list()) {
            var frozen = freezing.get(id);
            boolean holds = freezing.holds(frozen);
            if (!holds) broken++;
            out.println((holds ? "맞음  " : "다름  ") + id + "  " + frozen.hash() + "  "
                    + reports.get(id).cover().title());
        }
        return broken == 0 ? 0 : 1;
    }
}
