package kr.madang.report.audit.text;

import java.time.Duration;

/**
 * How much of the machine one document may take (처리 한도).
 *
 * @param bytes size of the file itself
 * @param unpacked bytes a compressed document may grow to
 * @param characters length of the text read from it
 * @param cells table cells read from it
 * @param time wall time until the reader gives up
 */
public record Limits(long bytes, long unpacked, long characters, int cells, Duration time) {
    public static final Limits USUAL = new Limits(64L << 20, 256L << 20, 16_000_000, 1_500_000, Duration.ofSeconds(30));
}
