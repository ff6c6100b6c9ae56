/** The desk pages of the daily scrap (일일 스크랩): making it, reading it at the desk and on the telephone, its rules and settings. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.scrap;
