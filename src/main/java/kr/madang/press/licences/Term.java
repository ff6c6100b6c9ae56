package kr.madang.press.licences;

import org.jspecify.annotations.Nullable;

/**
 * Under what condition a product allows a use (이용 조건).
 *
 * @param days so long after an article appeared, its day included as the first; null for as long as the contract holds
 * @param counted whether the contract says how many people, or copies on paper, at most
 */
public record Term(Use use, @Nullable Integer days, boolean counted) {}
