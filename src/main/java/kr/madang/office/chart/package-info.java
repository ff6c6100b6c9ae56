/** Draws the organization chart (조직도) as an SVG picture that screen readers can read too; plain Java. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.chart;
