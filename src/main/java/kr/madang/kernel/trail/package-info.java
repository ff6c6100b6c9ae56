/**
 * The audit trail (감사기록): who did what to what, when and from where. An entry is written in the transaction of the act and carries a
 * keyed hash of itself; right after the commit the sealer gives it a number and links it to the one before. {@code Verifier} walks
 * the chain and finds every entry changed, removed, forged, moved or cut off at the end; the end is also held outside the
 * database, in the anchors. Why it is built this way stands in ADR "The audit trail is sealed after the commit".
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.trail;
