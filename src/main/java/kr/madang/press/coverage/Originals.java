package kr.madang.press.coverage;

import java.time.Instant;
import java.util.List;
import kr.madang.press.alike.Original;

/** The plug through which coverage learns of the office's own releases (보도자료 원문); without one no article is matched. */
public interface Originals {
    /** Those that went out from {@code from} until before {@code to}, by time. */
    List<Original> between(Instant from, Instant to);

    /** Where a release can be opened, e.g. {@code /desk/press/releases/…}. */
    default String page(java.util.UUID release) {
        return "/desk/press/releases/" + release;
    }
}
