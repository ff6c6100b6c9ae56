package kr.madang.approvals.card;

import java.time.Instant;
import java.util.List;
import kr.madang.approvals.line.Person;

/**
 * What a paper said at one time (문서 판): title, text, summary, keywords and attachments. Its hash is what people sign.
 *
 * @param number from 1
 * @param text the master from which every printed form is made
 * @param summary 문서요지
 */
public record Version(
        int number,
        String title,
        String text,
        String summary,
        List<String> keywords,
        List<Attachment> attachments,
        Person by,
        Instant at) {
    public Version {
        keywords = List.copyOf(keywords);
        attachments = List.copyOf(attachments);
    }

    /** SHA-256 of what is said; who wrote it and when is the card's business, so the same content has the same hash. */
    public String hash() {
        return contentOf(new Canonical("madang.version.1")).sha256();
    }

    private Canonical contentOf(Canonical out) {
        out.text(title).text(text).text(summary).count(keywords.size());
        keywords.forEach(out::text);
        out.count(attachments.size());
        for (var file : attachments) out.text(file.name()).number(file.size()).text(file.sha256());
        return out;
    }

    void writeTo(Canonical out) {
        contentOf(out.number(number)).text(by.key()).moment(at);
    }
}
