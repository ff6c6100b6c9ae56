/** Newspapers the office takes (신문 구독): so many copies for whom from day to day, counted on any day, and paid month by month. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.subscriptions;
