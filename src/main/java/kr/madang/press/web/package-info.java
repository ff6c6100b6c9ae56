/** Pages of the press desk, and of the newsroom anybody may read. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web;
