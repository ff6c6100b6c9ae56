/** The outbox on the operator's desk: what did not arrive, and what to do about it. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.events.web;
