package kr.madang.report.audit;

/**
 * One number of a report that does not agree with the rest (지적 사항).
 *
 * @param line 1-based line of the extracted text
 * @param place where it stands, in Korean words: heading, table row and column
 * @param printed as the document prints it
 * @param computed what it would have to be
 * @param why one Korean sentence
 */
public record Finding(int line, String place, String printed, String computed, Kind kind, String why) {

    public enum Kind {
        /** The number contradicts the others. */
        WRONG("wrong", "틀림"),
        /** A rate cut off where it should be rounded. */
        TRUNCATED("truncated", "절사"),
        /** It does not follow from the numbers beside it, but would from another basis. */
        UNCLEAR("unclear", "기준 불명");

        private final String code;
        private final String word;

        Kind(String code, String word) {
            this.code = code;
            this.word = word;
        }

        public String code() {
            return code;
        }

        public String word() {
            return word;
        }
    }
}
