/**
 * The audit of any report (보고서 검산): reads the numbers of an official document, works out which of them must agree with each
 * other (a total and its parts, a rate and its two amounts, a difference, a breakdown in brackets), recomputes every one, and names
 * the few that do not. Plain Java, free of Spring. Readers of file formats live in {@code text}; here detectors propose relations,
 * and the diagnosis decides which single number explains what does not add up. A wrong alarm costs as much as a miss, so a relation
 * is only proposed where the text itself implies it.
 */
@org.springframework.modulith.NamedInterface("audit")
@org.jspecify.annotations.NullMarked
package kr.madang.report.audit;
