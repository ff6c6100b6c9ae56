package kr.madang.press.web.releases;

import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;

/** Reads what pages of releases ask for. */
final class Asked {
    private Asked() {}

    /** @throws Refused when the address names none */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("press.release.missing");
        }
    }

    /** Which writing of a release somebody has read. */
    static int edit(Form form) {
        var edit = form.number("edit");
        form.check();
        return edit.isEmpty() ? 0 : (int) Math.clamp(edit.getAsLong(), 0, Integer.MAX_VALUE);
    }
}
