/**
 * The ledger of sends (발송 원장): after any crash every message is queued, handed, delivered, failed, expired, suppressed or unknown,
 * exactly one of them, and what is unknown is asked about and never sent again by itself. A chunk of messages is leased and the lease
 * committed before any of them leaves; what came of them is appended, with the tally, in one transaction. {@link
 * kr.madang.notices.ledger.Ledger} has the verbs.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.ledger;
