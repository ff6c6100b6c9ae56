/** The recipients of the demo office (시연 수신자): sixteen years of subscriptions and withdrawals, numbers nobody has. */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.recipients.demo;
