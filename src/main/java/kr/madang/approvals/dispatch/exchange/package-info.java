/**
 * The package in which a paper goes to another agency (기관 간 문서 꾸러미): a ZIP of card, body, attachments, list of checksums and
 * signature, and the slip that tells its arrival. Reading trusts nothing: what is torn, altered, crowded or poisoned is refused with the
 * reason before anything of it is kept.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.dispatch.exchange;
