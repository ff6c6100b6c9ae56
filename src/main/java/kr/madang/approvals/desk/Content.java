package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.List;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.text.Writing;
import kr.madang.kernel.Refused;

/**
 * What a paper says, as somebody wrote it (문서 내용). Summary and keywords may wait until the paper is sent on its way.
 *
 * @param summary 문서요지
 */
public record Content(String title, String text, String summary, List<String> keywords, List<Attachment> attachments) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SUMMARY = 1_000;
    private static final int MOST_KEYWORDS = 10;
    public static final int LONGEST_KEYWORD = 40;
    private static final int MOST_ATTACHMENTS = 100;

    public Content {
        title = clean(title).strip();
        text = clean(text);
        summary = clean(summary).strip();
        keywords = keywords.stream()
                .map(Content::clean)
                .map(String::strip)
                .filter(k -> !k.isEmpty())
                .distinct()
                .toList();
        attachments = List.copyOf(attachments);
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.lines().count() > 1)
            throw Refused.invalid("approvals.content.title", LONGEST_TITLE);
        if (text.length() > Writing.LONGEST) throw Refused.invalid("approvals.text.size", Writing.LONGEST);
        if (summary.length() > LONGEST_SUMMARY) throw Refused.invalid("approvals.content.summary", LONGEST_SUMMARY);
        if (keywords.size() > MOST_KEYWORDS || keywords.stream().anyMatch(k -> k.length() > LONGEST_KEYWORD))
            throw Refused.invalid("approvals.content.keywords", MOST_KEYWORDS, LONGEST_KEYWORD);
        if (attachments.size() > MOST_ATTACHMENTS)
            throw Refused.invalid("approvals.content.attachments", MOST_ATTACHMENTS);
    }

    public static Content of(Version version) {
        return new Content(
                version.title(), version.text(), version.summary(), version.keywords(), version.attachments());
    }

    /** The database has no character 0. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** The hash by which acts name it; who wrote it and when is no part of it. */
    String hash() {
        return version(1, new Person("-"), Instant.EPOCH).hash();
    }

    Version version(int number, Person by, Instant at) {
        return new Version(number, title, text, summary, keywords, attachments, by, at);
    }
}
