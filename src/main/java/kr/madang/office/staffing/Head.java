package kr.madang.office.staffing;

import java.util.UUID;
import kr.madang.office.Span;
import org.jspecify.annotations.Nullable;

/**
 * A person at work (현원) on a day.
 *
 * @param appointment the appointment that puts them there
 * @param post the post they hold; null above the authorized number (정원 외)
 * @param postCode its code; empty without a post
 * @param concurrent a second seat beside the person's own (겸임), never counted as a head
 */
public record Head(
        UUID appointment,
        UUID person,
        String number,
        String name,
        Rank rank,
        @Nullable UUID post,
        String postCode,
        String team,
        String title,
        boolean concurrent,
        Span span) {}
