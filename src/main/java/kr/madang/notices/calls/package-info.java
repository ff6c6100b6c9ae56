/**
 * Calling staff out (비상소집): people are told rung by rung until enough of them say that they come; who stays silent is told again, and
 * when a rung's time is over the next one hears. The engine ({@code Call}) is plain Java and knows no clock, database or
 * carrier: it says what is to happen; {@code Calls} writes it down with its messages, whatever node it is on.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.calls;
