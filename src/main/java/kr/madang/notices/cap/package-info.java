/**
 * The Common Alerting Protocol 1.2 of OASIS (CAP 경보 메시지), read and written: plain Java, free of Spring. What breaks the standard is refused
 * with its place; what is read and written again says the same.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.cap;
