/**
 * Whom the office may tell (수신자): a recipient has ways to be reached, each with its address sealed and found again by a blind index, and
 * for each way the consents that were given and taken back, with time, source and the version of the words agreed to. {@code
 * Consents} knows what a consent allows, in plain Java; {@link kr.madang.notices.recipients.Recipients} answers the same for all at
 * once and freezes who gets a send. What a recipient takes back counts at once, also for messages already queued.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.recipients;
