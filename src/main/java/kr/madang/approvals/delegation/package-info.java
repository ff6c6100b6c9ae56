/** Who may decide what (위임전결): the office's table of delegation as executable rules that name the approver's position and say why, and the calendar of absences that names the deputy of a day; plain Java. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.delegation;
