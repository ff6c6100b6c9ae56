package kr.madang.kernel.web;

/** One of several pages on the same subject. */
public record Tab(String href, String label, boolean current) {}
