/** The pages of the registers (등록대장). */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.web.registers;
