package kr.madang.kernel.web;

/** A place to go and what it is called. */
public record Link(String href, String label) {}
