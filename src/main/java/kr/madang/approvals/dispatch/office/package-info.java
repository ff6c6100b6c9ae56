/**
 * The dispatch desk (시행·접수 창구): sendings with their deliveries, the outbox that carries them out step by step, the book of agencies,
 * papers published on the homepage, and received documents with their distribution, deadlines and readers.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.dispatch.office;
