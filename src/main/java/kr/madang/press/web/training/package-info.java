/** The desk pages of training and booklets (홍보교육). */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.training;
