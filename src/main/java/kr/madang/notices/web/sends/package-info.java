/** The pages of sends (발송): the list and the calendar, writing, one send with its progress and its rows, terms, templates and the audit. */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web.sends;
