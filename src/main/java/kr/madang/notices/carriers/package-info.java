/**
 * The ways out of the office (발송 연결): whoever takes messages to residents is a {@link kr.madang.notices.carriers.Carrier}, answers for
 * every parcel exactly once, and says honestly when it does not know. {@link kr.madang.notices.carriers.Balance} shares the work among
 * the carriers of a channel. Plain Java, free of Spring and of the ledger.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.carriers;
