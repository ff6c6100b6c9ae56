/** The desk pages of licences (저작물 이용허락): contracts, what they allow, and the log of uses. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.licences;
