package kr.madang.kernel.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the section is organized on a day (기구표), for charts in documents.
 *
 * @param section its name, e.g. 홍보미디어과
 */
public record Organogram(String section, List<Team> teams) {
    /** @param duties what the team does (업무분장), in printed order */
    public record Team(String name, List<String> duties) {}

    /** The plug through which the room that keeps the organization yields it. */
    public interface Keeper {
        /** @return empty when there was no section yet */
        Optional<Organogram> organogram(LocalDate day);
    }
}
