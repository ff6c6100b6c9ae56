/**
 * The send (발송): written, tried on oneself, decided at the gate, due at an hour the calendar allows, and then given to the ledger. Nothing
 * runs but exactly what people approved: {@code Seal} is the hash of all that counts, and it is looked at again before each chunk.
 * {@code Calendar} is an engine of its own that knows nights, weekends and holidays.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.sends;
