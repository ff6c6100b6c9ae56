package kr.madang.notices.wording;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text as the preview paints it (미리보기 조각).
 *
 * @param mark what is wrong with it; null when phones show it
 */
public record Piece(String text, @Nullable Mark mark) {}
