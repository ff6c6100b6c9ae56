package kr.madang.approvals.web;

import java.util.Locale;

/** Sizes of files as people read them (파일 크기). */
public final class Sizes {
    private Sizes() {}

    public static String of(long bytes) {
        if (bytes < 1_000) return bytes + "B";
        if (bytes < 1_000_000) return Math.ceilDiv(bytes, 1_000) + "KB";
        return String.format(Locale.ROOT, "%.1fMB", bytes / 1_000_000.0);
    }
}
