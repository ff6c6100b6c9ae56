/** Pages of newspapers as files (지면 가져오기): what stands on a page, cut into articles for a person to confirm; plain Java. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.coverage.pages;
