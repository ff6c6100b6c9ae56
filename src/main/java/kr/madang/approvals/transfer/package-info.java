/**
 * Packages of records that leave for the archives (이관 파일): register data, cards, texts and attachments of closed files with the hash
 * of each and a signature over all, written as a stream, and read again with the name of every damage. {@code Pack} and
 * {@code Inspection} are plain Java.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.transfer;
