/** Pages and feeds of the newsroom (보도자료실), open to everybody. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.newsroom;
