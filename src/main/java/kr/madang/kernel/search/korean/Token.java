package kr.madang.kernel.search.korean;

/**
 * A piece of a word that is looked for (형태소).
 *
 * @param text as it stands in the index: Hangul for Hanja, small letters
 * @param start where it begins in the text, in chars
 * @param end where it ends
 */
public record Token(String text, int start, int end) {}
