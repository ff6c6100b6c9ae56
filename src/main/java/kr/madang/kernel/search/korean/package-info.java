/**
 * Korean words (한국어 분석): what a text and a query are cut into, with the office's own dictionary over Nori's. Plain Java, free of Spring.
 *
 * <p>Both sides of a search go through {@link kr.madang.kernel.search.korean.Analyser} and come out as flat lists of tokens, so that any
 * index that can keep words in order finds the same. Prefixes that turn a word into its opposite (비급여, 미지급, 비정규직) stay one token with
 * it: Nori cuts them off, and its usual filter throws them away, after which 비급여 finds 급여.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.search.korean;
