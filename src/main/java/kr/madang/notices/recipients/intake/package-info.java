/**
 * Takes files of recipients in (수신자 가져오기): a CSV or XLSX file is uploaded and kept sealed, its columns are guessed and confirmed, every
 * row is examined without writing anything, and then all good rows are taken over in batches that a crash cannot lose or repeat. {@code
 * RowReader} and {@code Columns} are plain Java.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.recipients.intake;
