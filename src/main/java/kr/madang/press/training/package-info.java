/** What the press team teaches (홍보교육): training of staff in press work, and the booklets issued for it. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.training;
