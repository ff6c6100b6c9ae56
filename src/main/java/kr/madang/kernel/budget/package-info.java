/** The budget lines plug (예산 과목): a room that spends names a line of the budget without reading the room that keeps it. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.budget;
