/** Pages of coverage (언론보도 화면): the list of articles, each of them with its group, statistics, issues, corrections and sources. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.coverage;
