package kr.madang.report.audit;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.madang.report.audit.text.Extracted;
import kr.madang.report.audit.text.Limits;
import kr.madang.report.audit.text.UnreadableDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code audit FILE [--format json|text]} (검산 명령): runs without the server and tells by its exit code what it found. */
public final class AuditCommand {
    public static final int CLEAN = 0;
    public static final int WRONG = 1;
    public static final int UNREADABLE = 2;

    private static final String USAGE = "사용법: audit 파일 [--format json|text]";

    private AuditCommand() {}

    public static int run(List<String> args, PrintStream out, PrintStream err) {
        List<String> files = new ArrayList<>();
        String format = "text";
        boolean options = true;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (options && arg.equals("--")) {
                options = false;
            } else if (options && arg.equals("--format")) {
                format = i + 1 < args.size() ? args.get(++i) : "";
            } else if (options && arg.startsWith("--format=")) {
                format = arg.substring("--format=".length());
            } else if (options && (arg.equals("--help") || arg.equals("-h"))) {
                out.println(USAGE);
                return CLEAN;
            } else if (options && arg.startsWith("-") && arg.length() > 1) {
                return refuse(err, "모르는 선택 사항입니다: " + arg);
            } else {
                files.add(arg);
            }
        }
        if (!format.equals("json") && !format.equals("text")) {
            return refuse(err, "--format에는 json이나 text를 적습니다.");
        }
        if (files.size() != 1) {
            return refuse(err, files.isEmpty() ? "검산할 파일을 적지 않았습니다." : "파일은 한 번에 하나만 검산합니다.");
        }
        return audit(files.getFirst(), format, out, err);
    }

    private static int refuse(PrintStream err, String reason) {
        err.println(reason);
        err.println(USAGE);
        return UNREADABLE;
    }

    /** The libraries under the readers log to standard output, where only the answer may stand. */
    private static Runnable quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            var before = root.getLevel();
            root.setLevel(ch.qos.logback.classic.Level.OFF);
            return () -> root.setLevel(before);
        }
        return () -> {};
    }

    private static int audit(String file, String format, PrintStream out, PrintStream err) {
        Runnable loudAgain = file.toLowerCase(Locale.ROOT).endsWith(".txt") ? () -> {} : quiet();
        try {
            Path path = Path.of(file);
            Extracted document = Audit.read(path, Limits.USUAL);
            List<Finding> findings = Audit.of(document);
            Path name = path.getFileName();
            out.print(
                    format.equals("json")
                            ? AuditReport.json(findings)
                            : AuditReport.text(name == null ? file : name.toString(), findings));
            out.flush();
            return findings.isEmpty() ? CLEAN : WRONG;
        } catch (UnreadableDocument e) {
            err.println(file + ": " + e.reason());
        } catch (InvalidPathException e) {
            err.println("파일 이름을 알아볼 수 없습니다.");
        } finally {
            loudAgain.run();
        }
        return UNREADABLE;
    }
}
