/** Planned stories (기획보도) month by month, and the interviews the desk helps with (취재 지원). */
@org.jspecify.annotations.NullMarked
package kr.madang.press.features;
