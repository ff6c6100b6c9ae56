/** Pages of releases at the press desk (보도자료). */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.releases;
