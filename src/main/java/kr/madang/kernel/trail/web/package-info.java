/** The audit trail on the operator's desk: search, export, verify. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.trail.web;
