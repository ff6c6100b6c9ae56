/** The office's part of the demo office (시연 사무실): both council reports' organization, staffing, facilities and budgets, from generated rows. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.demo;
