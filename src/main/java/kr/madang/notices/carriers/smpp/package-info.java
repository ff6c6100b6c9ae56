/**
 * Text messages over SMPP 3.4 (문자 발송 연결): {@link kr.madang.notices.carriers.smpp.SmppCarrier} keeps one bound link and a window of
 * messages under way on it. jSMPP reads and writes the PDUs; the link is our own, because a session of jSMPP blocks a thread for each
 * message, keeps its callers waiting for their time-outs when the line is lost, and cannot tell what was written from what was not.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.carriers.smpp;
