package kr.madang.approvals.transfer;

import java.util.Locale;

/**
 * Something that is not as it was packed (이관 파일 훼손).
 *
 * @param path which part; empty for the package as a whole
 */
public record Damage(Kind kind, String path) {
    public enum Kind {
        UNREADABLE,
        BOMB,
        SLIP,
        DUPLICATE,
        HIDDEN,
        UNLISTED,
        MISSING,
        ALTERED,
        LINE,
        MANIFEST,
        UNSIGNED,
        FORGED
    }

    public String code() {
        return "approvals.package." + kind.name().toLowerCase(Locale.ROOT);
    }
}
