/** What should be fast, measured: each bench stands alone, runs in a warm demo office of its own and says what was promised. */
@org.jspecify.annotations.NullMarked
package kr.madang.bench;
