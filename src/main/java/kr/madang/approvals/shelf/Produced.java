package kr.madang.approvals.shelf;

import kr.madang.approvals.records.Retention;

/**
 * What a file holds, as it is reported to the archives (생산현황 한 줄).
 *
 * @param open papers open to the public
 * @param partly papers open in part
 * @param closed papers closed to it
 * @param attachments files that belong to the papers
 */
public record Produced(FileItem file, long open, long partly, long closed, long attachments) {
    /** The same for all files of one period. */
    public record Sum(Retention retention, long files, long papers, long open, long partly, long closed) {}
}
