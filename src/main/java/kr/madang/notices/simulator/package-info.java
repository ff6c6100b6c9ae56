/**
 * An operator's message center to try things with (모의 문자센터): it takes messages over SMPP like a real one, keeps what it got for the
 * phone page, sends receipts, and can be told to be slow, busy, forgetful or dead. For the demo office and for tests; it listens on this
 * computer only and reaches nobody.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.simulator;
