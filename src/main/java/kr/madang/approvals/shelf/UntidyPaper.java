package kr.madang.approvals.shelf;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper that is not in order (정리할 문서).
 *
 * @param number register number; empty when it has none yet
 * @param title empty when the reader may not know it
 */
public record UntidyPaper(
        Untidy check, UUID paper, String number, String title, boolean masked, String drafter, Instant madeAt) {}
