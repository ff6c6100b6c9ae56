package kr.madang.approvals.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kr.madang.approvals.card.Attachment;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of one drafting form (붙임 목록). The form carries the numbers of uploads, never names or hashes, so nobody attaches what he did
 * not upload or read.
 */
@Component
public class Enclosed {
    private final Uploads uploads;

    Enclosed(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Opens what was sent. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** The uploads of the list that are the person's own; what is swept or another's is left out. */
    public List<Upload> list(Actor by, String list) {
        return ids(list).stream().flatMap(id -> uploads.find(by, id).stream()).toList();
    }

    /**
     * As the paper will name them.
     *
     * @throws Refused when one of them is gone or another's
     */
    public List<Attachment> attachments(Actor by, String list) {
        return ids(list).stream().map(id -> uploads.claim(by, id).attachment()).toList();
    }

    /**
     * The list with one file more.
     *
     * @throws Refused when it may not be attached, or a file of its name is there already
     */
    @Transactional
    public String plus(Actor by, String list, String name, Source source) {
        var there = list(by, list);
        if (there.size() >= Uploads.MOST) throw Refused.invalid("approvals.content.attachments", Uploads.MOST);
        try (var in = source.open()) {
            var upload = uploads.take(by, name, in);
            if (there.stream().anyMatch(u -> u.name().equalsIgnoreCase(upload.name())))
                throw Refused.invalid("approvals.upload.twice", upload.name());
            return (list + " " + upload.id()).strip();
        } catch (IOException e) {
            throw new Refused(Refused.Reason.UNAVAILABLE, "kernel.file.broken");
        }
    }

    public String minus(String list, String id) {
        var less = new ArrayList<>(Arrays.asList(list.strip().split("\\s+")));
        less.remove(id);
        return String.join(" ", less);
    }

    /** What a paper has attached, as the person's own uploads; he has just opened the paper. */
    public String of(Actor by, List<Attachment> attachments) {
        return text(uploads.again(by, attachments));
    }

    private static String text(List<Upload> uploads) {
        return String.join(" ", uploads.stream().map(u -> u.id().toString()).toList());
    }

    private static List<UUID> ids(String list) {
        var words = list.strip().split("\\s+");
        if (words.length > Uploads.MOST) throw Refused.invalid("approvals.content.attachments", Uploads.MOST);
        try {
            return Arrays.stream(words)
                    .filter(word -> !word.isEmpty())
                    .map(UUID::fromString)
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("approvals.upload.gone");
        }
    }
}
