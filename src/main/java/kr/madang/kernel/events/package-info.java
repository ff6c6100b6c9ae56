/**
 * The outbox (우편함): an event is stored in the transaction of the act that caused it and delivered to its listeners after the commit. What a
 * listener refuses, or what a kill left behind, is delivered again with growing pauses; what still fails after the last attempt is
 * stuck, and the operator sees it, retries it or discards it with a reason. Listeners are idempotent: an event may come twice.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.events;
