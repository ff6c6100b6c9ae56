package kr.madang.office.organization;

import java.util.List;
import java.util.UUID;
import kr.madang.office.Span;

/**
 * A team (팀) of the section as it stood on a day.
 *
 * @param code the word accounts and reports know the team by, e.g. {@code press}; never changes
 * @param valid the days the team bore this name
 * @param duties what it did (업무분장), in printed order
 */
public record Team(UUID id, String code, String name, int position, Span valid, List<Duty> duties) {
    public record Duty(UUID id, String name, int position, Span valid) {}
}
