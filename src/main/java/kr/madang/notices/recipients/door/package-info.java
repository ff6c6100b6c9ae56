/**
 * How residents come in (주민 출입구): a one-time code or link shows that an address is theirs, within limits of time, attempts and
 * number; then they subscribe, or come to their own page for a while. Nobody learns here whether an address is known. A browser
 * shows by its subscription that it is the one somebody sits before. One-click unsubscribing (RFC 8058) needs no code, for its link is
 * signed.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.recipients.door;
