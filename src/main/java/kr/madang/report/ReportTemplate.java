package kr.madang.report;

import java.time.Instant;
import java.util.UUID;

/**
 * A template kept by the office (보고서 서식): a text of {@code report.template}, edited on screen, every version kept.
 *
 * @param code short name used in addresses and on the command line, e.g. {@code 2023}
 * @param latest number of the newest version
 */
public record ReportTemplate(Id id, String code, String title, int latest, Instant createdAt) {
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** One saved text with who, when and why. */
    public record Version(Id template, int number, String body, String note, String by, Instant at) {}
}
