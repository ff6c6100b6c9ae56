/**
 * The index itself (색인): what a document leaves in it, what somebody wants of it, and the two places it can stand: embedded in this program
 * ({@link kr.madang.kernel.search.index.LuceneIndex}) or in an OpenSearch cluster. Plain Java, free of Spring. Both get the same tokens and the
 * same {@link kr.madang.kernel.search.index.Plan}, so that they find the same.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.search.index;
