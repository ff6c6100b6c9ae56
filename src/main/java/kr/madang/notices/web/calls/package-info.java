/** Pages of calling staff out (비상소집 화면): running calls, the trees, and where somebody answers from his telephone. */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web.calls;
