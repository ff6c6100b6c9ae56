package kr.madang.approvals.reminders;

import java.time.Instant;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was reminded of a paper that waits for him (독촉).
 *
 * @param seat whose seat the paper lies in
 * @param told who was told: he himself or his deputy; null when he has left and nobody was
 * @param clock whether the clock did it, not a person
 * @param by name of whoever did it, as it stood then
 * @param words may be empty
 */
public record Reminder(
        Paper.Id paper, Person seat, @Nullable Person told, boolean clock, String by, String words, Instant at) {}
