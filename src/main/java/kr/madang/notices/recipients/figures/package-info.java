/** The figures of recipients (수신자 지표), counted from what was agreed to and taken back whenever somebody asks. */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.recipients.figures;
