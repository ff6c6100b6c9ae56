/**
 * Press releases (보도자료), version by version: drafted, looked over by the desk, approved at the gate, let out when the embargo has
 * passed, corrected by a version of its own or withdrawn. {@code writing} knows what a release looks like, {@code distribution} who got
 * which version.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.press.releases;
