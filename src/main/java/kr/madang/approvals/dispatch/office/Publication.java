package kr.madang.approvals.dispatch.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.print.Letter;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.NoticeEffect;
import org.jspecify.annotations.Nullable;

/**
 * A paper as the public reads it on the homepage (공개 문서).
 *
 * @param text empty unless the whole paper is open
 * @param letter the letter as it was made public; null where only the text was kept, or not the whole paper is open
 * @param second second number, e.g. {@code 공고 제2026-3호}; empty when it has none
 * @param noticed the day it was made public
 */
public record Publication(
        UUID id,
        String title,
        String summary,
        String text,
        @Nullable Letter letter,
        Disclosure.Kind disclosure,
        DocumentKind kind,
        String number,
        String second,
        String unit,
        String sender,
        LocalDate noticed,
        Instant publishedAt) {
    /** When a notice begins to hold; empty for other papers. */
    public Optional<NoticeEffect> effect() {
        return kind.effect(noticed);
    }
}
