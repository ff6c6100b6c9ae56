/** The desk pages of what officers are reached by (직원 연락처). */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web.officers;
