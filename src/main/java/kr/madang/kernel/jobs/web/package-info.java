/** Timed work on the operator's desk: what ran, what is due, and running it by hand. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.jobs.web;
