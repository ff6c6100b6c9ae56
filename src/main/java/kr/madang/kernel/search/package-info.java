/**
 * The search of the house (통합 검색). A room gives its documents through {@link kr.madang.kernel.search.Searchable} and says
 * {@link kr.madang.kernel.search.Search#changed} in the transaction in which one changes; everybody finds through
 * {@link kr.madang.kernel.search.Search#find} what he may read, and nothing else.
 *
 * <p>The index is a copy and never the truth. It lies under the data folder of each node (or in an OpenSearch cluster, by one setting),
 * follows the changes from the database, remembers in its own commits how far it has come, and is made anew from the database whenever it
 * is missing, damaged, foreign or was made with another dictionary; meanwhile the old one answers. It keeps tokens and no texts: what is
 * shown is loaded from the room, after the room was asked again whether this person may read it.
 *
 * <p>To join: a {@code @Component} that implements {@code Searchable} (see {@code approvals.desk.SearchablePapers}), and one line
 * {@code search.changed("room.kind", id)} beside each write.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.search;
