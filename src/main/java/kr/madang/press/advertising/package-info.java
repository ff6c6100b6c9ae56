/** Advertisements and public notices the office places (광고·공고): planned, placed, proved by the page they appeared on, and paid. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.advertising;
