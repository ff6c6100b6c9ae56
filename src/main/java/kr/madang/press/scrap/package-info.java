/**
 * The morning's clippings (일일 스크랩): articles chosen by rules and by hand, put in order, published by a person or at half past seven by
 * the clock, as a paper and for the telephone. Every article shows as much as the licence of its outlet allows for each of them.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.press.scrap;
