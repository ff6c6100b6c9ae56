/**
 * The shelf (기록물철 관리): every approved paper lies in exactly one file of its unit, unit task and year; files close with the year, are
 * put in order, reported and watched until their period ends.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.shelf;
