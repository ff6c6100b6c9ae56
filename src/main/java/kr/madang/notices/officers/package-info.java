/**
 * What officers are reached by (직원 연락처): their own telephone and e-mail address, sealed, told by themselves or by an administrator.
 * Calls and new-post alerts go there.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.officers;
