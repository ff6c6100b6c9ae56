package kr.madang.office.organization;

import java.time.LocalDate;
import java.util.List;

/**
 * The organization (조직) on a day: the section and its teams.
 *
 * @param section name of the section, e.g. 홍보미디어과; empty when there was none
 */
public record Chart(LocalDate day, String section, List<Team> teams) {}
