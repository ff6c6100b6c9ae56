package kr.madang.office.staffing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The column heads of a staffing table (인력 현황표). The civil service law changed them on 12 December 2013, when contract staff
 * became 임기제 and the technical grades 관리운영직.
 */
public enum Layout {
    /** 일반직 and 계약직, as the report of 2013 prints them. */
    CONTRACT_ERA(List.of(
            new Group("일반직", EnumSet.of(Kind.GENERAL), Rank.NUMBERED),
            new Group("계약직", EnumSet.of(Kind.CONTRACT), Rank.LETTERED))),
    /** 일반직, 관리운영직 and 별정직·임기제, as the report of 2023 prints them. */
    TERM_ERA(List.of(
            new Group("일반직", EnumSet.of(Kind.GENERAL), Rank.NUMBERED),
            new Group("관리운영직", EnumSet.of(Kind.OPERATION), Rank.NUMBERED.subList(2, 6)),
            new Group("별정직·임기제", EnumSet.of(Kind.SPECIAL, Kind.TERM), Rank.NUMBERED.subList(2, 6))));

    public static final LocalDate TERM_STAFF_SINCE = LocalDate.of(2013, 12, 12);

    /** One head over its grades; several kinds may share it. */
    public record Group(String title, Set<Kind> kinds, List<String> grades) {}

    private final List<Group> groups;

    Layout(List<Group> groups) {
        this.groups = groups;
    }

    public List<Group> groups() {
        return groups;
    }

    public static Layout on(LocalDate day) {
        return day.isBefore(TERM_STAFF_SINCE) ? CONTRACT_ERA : TERM_ERA;
    }

    /** The kinds a word such as {@code 일반직}, {@code 임기제} or {@code 별정직·임기제} stands for. */
    public static Optional<Set<Kind>> kinds(String word) {
        for (var layout : values())
            for (var group : layout.groups) if (group.title.equals(word)) return Optional.of(group.kinds);
        return Arrays.stream(Kind.values())
                .filter(k -> k.title().equals(word))
                .findFirst()
                .map(EnumSet::of);
    }
}
