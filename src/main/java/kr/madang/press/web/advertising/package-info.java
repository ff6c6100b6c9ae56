/** The desk pages of advertisements and public notices (광고·공고). */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.advertising;
