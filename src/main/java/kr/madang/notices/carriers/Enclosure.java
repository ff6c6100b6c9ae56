package kr.madang.notices.carriers;

/** A file that goes with a letter (붙임 파일). Letters of one lease share its bytes; nobody changes them. */
public record Enclosure(String name, String mediaType, byte[] bytes) {}
