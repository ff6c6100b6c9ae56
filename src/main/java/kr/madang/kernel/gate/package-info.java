/**
 * The gate (결재 관문) that every outward act of a room passes: the room names its subject and shows its face, the room of approvals
 * makes a paper of it, and {@code Approved} or {@code Returned} comes back through the outbox once people have decided. Nobody knows
 * approvals but through this plug.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.gate;
