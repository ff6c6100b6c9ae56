/**
 * What the public sees of releases (보도자료실). Everything anybody outside ever gets comes through {@link kr.madang.press.newsroom.Newsroom},
 * which knows only what has been let out by now; {@code Feed} writes it for other programs.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.press.newsroom;
