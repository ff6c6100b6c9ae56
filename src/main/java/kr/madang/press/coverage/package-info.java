/**
 * What outlets wrote about the office (언론보도): articles of newspapers, sites and stations, which of them are one story, which release earned
 * them, how they speak, and the corrections the office asks for. Figures are counted from the articles themselves.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.press.coverage;
