package kr.madang.press.coverage;

import java.time.Instant;

/** A release of the office went out for the first time (보도자료 배포): what was printed of it before can be told now. */
public record OriginalOut(Instant at) {}
