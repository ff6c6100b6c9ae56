package kr.madang.office.staffing;

import kr.madang.office.Span;

/** The rank a person had, and when (직급 이력). */
public record Grading(Rank rank, Span span) {}
