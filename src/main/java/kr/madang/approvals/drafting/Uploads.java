package kr.madang.approvals.drafting;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.card.Attachment;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.files.StoredFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what is to be attached and finds the bytes of what is attached (붙임 보관). An upload belongs to whoever sent it until a version
 * names its content; a content that some version names stays as long as the version.
 */
@Component
public class Uploads {
    public static final int MOST = 100;

    /** What is neither attached nor in a buffer goes after this. */
    private static final Duration LOOSE = Duration.ofDays(31);

    private static final String COLUMNS = "id, file, name, media_type, size, sha256";

    private final JdbcClient db;
    private final Files files;
    private final Clock clock;

    Uploads(JdbcClient db, Files files, Clock clock) {
        this.db = db;
        this.files = files;
        this.clock = clock;
    }

    /** @throws Refused when the file may not be attached to a paper */
    @Transactional
    public Upload take(Actor by, String name, InputStream in) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
        Admission.name(name);
        var file = files.put(by, name, in);
        Admission.name(file.name());
        Admission.bytes(file.name(), file.mediaType(), file.size());
        return insert(by, file.id(), file.name(), file.mediaType(), file.size(), file.sha256());
    }

    private Upload insert(Actor by, UUID file, String name, String mediaType, long size, String sha256) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var upload = new Upload(Id.next(now), file, name, mediaType, size, sha256);
        db.sql("""
                insert into approvals.upload (id, account, file, name, media_type, size, sha256, at)
                values (:id, :account, :file, :name, :type, :size, :sha256, :at)""")
                .param("id", upload.id())
                .param("account", by.id())
                .param("file", file)
                .param("name", name)
                .param("type", mediaType)
                .param("size", size)
                .param("sha256", sha256)
                .param("at", now)
                .update();
        return upload;
    }

    /** The person's own upload; another's does not exist for him. */
    public Optional<Upload> find(Actor by, UUID id) {
        return db.sql("select " + COLUMNS + " from approvals.upload where account = :account and id = :id")
                .param("account", by.id())
                .param("id", id)
                .query(Upload.class)
                .optional();
    }

    /** The person's own upload, about to be attached: from now on the sweep leaves it alone for a while. */
    Upload claim(Actor by, UUID id) {
        int kept = db.sql("update approvals.upload set at = :at where account = :account and id = :id")
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .param("account", by.id())
                .param("id", id)
                .update();
        if (kept == 0) throw Refused.invalid("approvals.upload.gone");
        return find(by, id).orElseThrow();
    }

    /** The attachments of a paper the person has just read, as his own to attach again; asked twice, the same ones. */
    @Transactional
    public List<Upload> again(Actor by, List<Attachment> attachments) {
        return attachments.stream()
                .map(a -> own(by, a).orElseGet(() -> copied(by, a)))
                .toList();
    }

    private Optional<Upload> own(Actor by, Attachment a) {
        return db.sql("select " + COLUMNS + """
                 from approvals.upload where account = :account and sha256 = :sha256 and name = :name
                order by at desc limit 1""")
                .param("account", by.id())
                .param("sha256", a.sha256())
                .param("name", a.name())
                .query(Upload.class)
                .optional();
    }

    private Upload copied(Actor by, Attachment a) {
        var kept = kept(a);
        return insert(by, kept.id(), a.name(), kept.mediaType(), a.size(), a.sha256());
    }

    /**
     * The stored bytes behind an attachment; whoever asks has opened its paper.
     *
     * @throws Refused missing when they are not here
     */
    public StoredFile kept(Attachment attachment) {
        var file = db.sql("select file from approvals.upload where sha256 = :sha256 order by at desc limit 1")
                .param("sha256", attachment.sha256())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refused.missing("approvals.upload.missing"));
        return files.get(file);
    }

    public StoredFile kept(Upload upload) {
        return files.get(upload.file());
    }

    /** Forgets uploads nobody attached. @return how many */
    @Transactional
    int sweep() {
        var before = clock.instant().minus(LOOSE);
        var loose = db.sql("select " + COLUMNS + """
                 from approvals.upload u
                where at < :before and not exists (
                    select from approvals.content_version v where v.attachments <> '[]'
                        and v.attachments @> jsonb_build_array(jsonb_build_object('sha256', u.sha256)))
                    and not exists (
                    select from approvals.buffer b where b.account = u.account and strpos(b.fields, u.id::text) > 0)
                order by at limit 1000""")
                .param("before", before)
                .query(Upload.class)
                .list();
        return (int) loose.stream().filter(upload -> forget(upload, before)).count();
    }

    /** Unless somebody claimed it meanwhile. Several uploads may share one file; the last one takes it along. */
    private boolean forget(Upload upload, Instant before) {
        int gone = db.sql("delete from approvals.upload where id = :id and at < :before")
                .param("id", upload.id())
                .param("before", before)
                .update();
        boolean shared = db.sql("select exists (select from approvals.upload where file = :file)")
                .param("file", upload.file())
                .query(Boolean.class)
                .single();
        if (gone == 1 && !shared) files.delete(Actor.SYSTEM, upload.file(), "기안에 붙이지 않은 파일");
        return gone == 1;
    }
}
