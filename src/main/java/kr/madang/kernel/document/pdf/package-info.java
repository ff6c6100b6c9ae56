/**
 * A document on paper: the same page as on the web, set with the house's own embedded Korean font, with bookmarks, a table of contents
 * that knows its page numbers, and table heads repeated on every page.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.document.pdf;
