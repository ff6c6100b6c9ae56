/**
 * Wording of messages (문안), plain Java. Texts are counted as Korean carriers count them and what their phones cannot show is told with
 * its place ({@code Encoding}); {@code Template} fills {@code #{이름}} row by row; {@code AdvertisingRules} and {@code DisasterRules} say
 * what the law and good sense ask; {@code Prices} tell the cost; {@code Preview} is all of it in one value. {@code PhoneNumber} and
 * {@code SenderNumber} are the numbers of both ends.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.wording;
