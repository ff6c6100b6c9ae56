/** The figures this room yields to the council report: budget, staffing, teams, vehicles and facilities, each with the rows behind it. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.figures;
