package kr.madang.approvals.line;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a paper, written once (결재 이력). The list of a paper's events is the paper.
 *
 * @param number 1, 2, 3 … per paper
 * @param who the person at the desk
 * @param forWhom whose seat it was when not his own: the absent person, or the reviewer passed over
 * @param version which version of the content, from 1
 * @param hash SHA-256 of the content at that moment; of the new content when it was revised
 * @param words opinion or reason, may be empty
 * @param line the line from now on, for {@link Kind#DRAFTED} and {@link Kind#LINE_CHANGED}
 * @param other the paper before ({@link Kind#DRAFTED}) or after ({@link Kind#REDRAFTED}) this one
 */
public record Event(
        int number,
        Kind kind,
        Person who,
        @Nullable Person forWhom,
        Role role,
        Instant at,
        int version,
        String hash,
        String words,
        @Nullable Line line,
        Paper.@Nullable Id other) {

    public enum Kind {
        DRAFTED("기안"),
        REVISED("수정"),
        LINE_CHANGED("결재선 변경"),
        SUBMITTED("상신"),
        SIGNED("서명"),
        DISSENTED("이견"),
        SKIPPED("검토 생략"),
        RETURNED("반려"),
        HELD("보류"),
        RESUMED("보류 해제"),
        WITHDRAWN("회수"),
        REPORTED("사후보고 확인"),
        READ("공람"),
        REDRAFTED("재기안"),
        DISCARDED("버림"),
        RESTORED("되살림");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** A signature in a seat of the line. */
        public boolean signature() {
            return this == SIGNED || this == DISSENTED;
        }
    }

    /** Whose seat of the line this settles or concerns. */
    public Person seat() {
        return forWhom == null ? who : forWhom;
    }
}
