package kr.madang.press.coverage.pages;

/**
 * What looks like an article on a page (지면 기사 후보).
 *
 * @param page from 1
 * @param reporter as its byline says; empty when there is none
 */
public record Cut(int page, String title, String text, String reporter) {}
