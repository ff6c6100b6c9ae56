/**
 * Which articles are one story (닮은 기사), and which release earned them. Plain Java without a database: a {@link kr.madang.press.alike.Sketch}
 * stands for a text, {@link kr.madang.press.alike.Likeness} compares two, {@link kr.madang.press.alike.Stories} groups any number of them.
 *
 * <p>The groups are a function of the set of articles and of what people decided about them, never of the order in which they came. Each member
 * of a group is like its leading article itself, so that no chain of half-alike texts can draw two stories together; an article that prints
 * two stories that share nothing is a round-up (모음 기사) and leads only its own copies.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.press.alike;
