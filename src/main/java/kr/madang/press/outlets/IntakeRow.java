package kr.madang.press.outlets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sheet.SheetReader;
import kr.madang.press.outlets.ReporterIntake.Finding;

/** A line of a list of reporters as it stands in a file (명부 한 줄). */
public record IntakeRow(
        int line,
        String name,
        String outlet,
        String title,
        String beats,
        String mail,
        String phone,
        String given,
        String sourceWord) {
    /** The heads of the file the office itself hands out. */
    public static final List<String> HEADS = List.of("이름", "매체", "직함", "분야", "전자우편", "전화", "동의일", "동의 경로");

    private static final String VERSION = "1.0";
    private static final SheetReader.Limits LIMITS = new SheetReader.Limits(5_000, 30, 500, 20L << 20);
    private static final List<String> SOURCES = List.of("서면", "전자우편", "전화", "명함");

    /** @throws Refused when the file is no table, or names no column of a name and an outlet in its first line */
    static List<IntakeRow> read(byte[] file) {
        var rows = new ArrayList<SheetReader.Row>();
        SheetReader.read(file, LIMITS, row -> {
            if (!row.isBlank()) rows.add(row);
        });
        if (rows.isEmpty()) throw Refused.invalid("kernel.sheet.empty");
        var heads = rows.getFirst().cells().stream()
                .map(c -> c.text().replace(" ", ""))
                .toList();
        int[] at =
                HEADS.stream().mapToInt(h -> heads.indexOf(h.replace(" ", ""))).toArray();
        if (at[0] < 0 || at[1] < 0) throw Refused.invalid("press.intake.heads", String.join(", ", HEADS));
        return rows.stream().skip(1).map(row -> of(row, at)).toList();
    }

    private static IntakeRow of(SheetReader.Row row, int[] at) {
        var cells = Arrays.stream(at)
                .mapToObj(i -> i < 0 ? "" : unquoted(row.cell(i).text().strip()))
                .toList();
        return new IntakeRow(
                row.line(),
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7));
    }

    /** The sign our own exports put before what a spreadsheet would run as a formula. */
    private static String unquoted(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    List<Finding> check(Map<String, Outlet> outlets, LocalDate today) {
        var found = new ArrayList<Finding>();
        var there = outlets.get(outlet);
        if (there == null) found.add(ReporterIntake.finding("press.intake.outlet", outlet));
        try {
            draft(there == null ? new UUID(0, 0) : there.id()).check();
        } catch (Refused e) {
            found.add(new Finding(e.code(), e.args()));
        }
        if (!consents()) return found;
        if (!SOURCES.contains(sourceWord))
            found.add(ReporterIntake.finding("press.intake.source", String.join(", ", SOURCES)));
        try {
            if (day().isAfter(today)) found.add(ReporterIntake.finding("press.consent.future"));
        } catch (DateTimeException e) {
            found.add(ReporterIntake.finding("press.intake.day", given));
        }
        return found;
    }

    /** Whether the line says that he agreed. */
    public boolean consents() {
        return !given.isEmpty() || !sourceWord.isEmpty();
    }

    Contact contact() {
        return Contact.typed(mail, phone);
    }

    /** The address masked, or as it was typed when it is none. */
    public String shown() {
        try {
            return contact().maskedMail();
        } catch (Refused e) {
            return mail.toLowerCase(Locale.ROOT);
        }
    }

    ReporterDraft draft(UUID outletId) {
        return new ReporterDraft(name, outletId, title, ReporterDraft.beats(beats), "", contact());
    }

    String version() {
        return VERSION;
    }

    LocalDate day() {
        return ReporterIntake.day(given);
    }

    Reporter.Source source() {
        return switch (sourceWord) {
            case "서면" -> Reporter.Source.WRITTEN;
            case "전자우편" -> Reporter.Source.MAIL;
            case "전화" -> Reporter.Source.PHONE;
            default -> Reporter.Source.CARD;
        };
    }
}
