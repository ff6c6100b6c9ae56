/** The registers as people look into them (등록대장): every number that was given, to whom and when, to be searched and handed out as a table. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.registers;
