/**
 * Where coverage comes from (수집): feeds, a news search, pages of papers. {@code Fetcher} is the only way out into the web: it connects to nothing
 * inside the office, whatever name or redirect leads there. What cannot be read waits in quarantine with its bytes.
 *
 * <p>Feeds are read with jsoup's lenient reader of XML, because what outlets publish is often not well-formed, and jsoup neither opens external
 * entities nor expands internal ones.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.press.coverage.feeds;
