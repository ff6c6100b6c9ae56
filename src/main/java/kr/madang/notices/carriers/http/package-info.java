/**
 * Messages through a relay that speaks HTTP and JSON (발송 중계). The contract is ours: a bundle is posted with the office's own reference
 * for every message and an idempotency key, each message is answered by its reference, and the relay can be asked for a reference.
 * {@link kr.madang.notices.carriers.http.Callback} judges the receipts it brings.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.carriers.http;
