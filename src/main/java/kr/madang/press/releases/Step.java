package kr.madang.press.releases;

import java.time.Instant;

/** Something that happened to a release (처리 이력). @param act {@code drafted}, {@code reviewed}, {@code released} and so on */
public record Step(int version, String act, String words, String by, Instant at) {}
