/** The style of official papers (공문서 작성): item marks, dates and times, amounts with their Hangul reading, attachments and the closing 끝, checked while somebody writes and put right where the right form is certain; summary and keywords proposed from the text itself; plain Java. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.text;
