/** The desk pages of newspapers the office takes (신문 구독). */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.subscriptions;
