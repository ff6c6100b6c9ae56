/**
 * Turns a template and the figures of the house into one finished report: every bound number is looked up once, reckoned, rounded and
 * printed by one rule, and what no record can answer becomes a visible gap. Free of Spring and of the database.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.report.assembly;
