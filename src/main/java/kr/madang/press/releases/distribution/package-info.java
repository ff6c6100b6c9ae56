/** Distribution (배포): who got which version of a release when, and the notices of correction and withdrawal to exactly those. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.releases.distribution;
