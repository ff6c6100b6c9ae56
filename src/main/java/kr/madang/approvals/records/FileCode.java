package kr.madang.approvals.records;

import java.util.regex.Pattern;
import kr.madang.kernel.Refused;

/**
 * The number of a file (기록물철 분류번호): unit, unit task, the year it was opened and a serial within these.
 *
 * @param volume 권호수, from 1; a thick file goes on in a next volume
 */
public record FileCode(String unitCode, String taskCode, int year, int serial, int volume) {
    private static final Pattern TEXT = Pattern.compile("([0-9A-Z]{7})-([0-9A-Z]{8})-([0-9]{4})-([0-9]{6})-([0-9]{3})");

    public FileCode {
        boolean counted = serial >= 1 && serial <= 999_999 && volume >= 1 && volume <= 999;
        if (!counted
                || !TEXT.matcher(text(unitCode, taskCode, year, serial, volume)).matches())
            throw Refused.invalid("approvals.file.code", text(unitCode, taskCode, year, serial, volume));
    }

    public String text() {
        return text(unitCode, taskCode, year, serial, volume);
    }

    private static String text(String unit, String task, int year, int serial, int volume) {
        return "%s-%s-%04d-%06d-%03d".formatted(unit, task, year, serial, volume);
    }

    public FileCode nextVolume() {
        return new FileCode(unitCode, taskCode, year, serial, volume + 1);
    }

    /** @throws Refused when the text is no file number */
    public static FileCode parse(String text) {
        var found = TEXT.matcher(text.strip());
        if (!found.matches()) throw Refused.invalid("approvals.file.code", text);
        return new FileCode(
                found.group(1),
                found.group(2),
                Integer.parseInt(found.group(3)),
                Integer.parseInt(found.group(4)),
                Integer.parseInt(found.group(5)));
    }
}
