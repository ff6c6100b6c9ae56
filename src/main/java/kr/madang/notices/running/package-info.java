/**
 * The runner of sends (발송기), plain Java but for its lifecycle: holders lease chunks from the ledger, look up who may still be told, write
 * each message, hand the messages to a line and settle what became of them. Several nodes do so at once; whatever dies leaves a lease
 * that runs out.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.running;
