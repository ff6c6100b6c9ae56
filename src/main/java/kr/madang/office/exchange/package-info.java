/** Takes an execution export (집행내역 파일) of the finance system in: preview, row by row errors, all or nothing, and the same file twice changes nothing. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.exchange;
