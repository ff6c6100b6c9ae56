/** Departments, teams and duties (조직·업무분장) over time: what the section was called, which teams it had and what each of them did on a day. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.organization;
