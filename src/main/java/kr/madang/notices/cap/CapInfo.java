package kr.madang.notices.cap;

import java.time.OffsetDateTime;
import java.util.List;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says in one language (경보 내용). Texts that were not given are empty, lists too.
 *
 * @param language RFC 3066, e.g. {@code ko-KR}
 * @param categories one at least
 * @param event what it is, e.g. 호우
 * @param effective from when it counts; null means from when it was sent
 * @param onset when it is expected to begin
 * @param expires when it is over
 */
public record CapInfo(
        String language,
        List<CapWord.Category> categories,
        String event,
        List<CapWord.ResponseType> responses,
        CapWord.Urgency urgency,
        CapWord.Severity severity,
        CapWord.Certainty certainty,
        String audience,
        List<Named> eventCodes,
        @Nullable OffsetDateTime effective,
        @Nullable OffsetDateTime onset,
        @Nullable OffsetDateTime expires,
        String senderName,
        String headline,
        String description,
        String instruction,
        String web,
        String contact,
        List<Named> parameters,
        List<CapResource> resources,
        List<CapArea> areas) {
    /** What the standard says when nothing is said. */
    static final String ENGLISH = "en-US";

    /** A value of a list that somebody else keeps. */
    public record Named(String name, String value) {}

    public CapInfo {
        categories = List.copyOf(categories);
        responses = List.copyOf(responses);
        eventCodes = List.copyOf(eventCodes);
        parameters = List.copyOf(parameters);
        resources = List.copyOf(resources);
        areas = List.copyOf(areas);
        if (language.isEmpty()) language = ENGLISH;
        if (categories.isEmpty()) throw Refused.invalid("notices.cap.needed", "category");
        if (event.isBlank()) throw Refused.invalid("notices.cap.needed", "event");
    }
}
