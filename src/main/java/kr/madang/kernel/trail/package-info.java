/** The audit trail (감사기록): who did what to what, when and from where, in a hash chain that shows tampering. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.trail;
