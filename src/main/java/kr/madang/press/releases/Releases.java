package kr.madang.press.releases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.document.Photograph;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.search.Search;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.releases.writing.Content;
import kr.madang.press.releases.writing.Photo;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes releases and hands them to the desk (보도자료 작성). Two who write at once never overwrite each other without knowing. */
@Component
public class Releases {
    private static final List<String> PICTURES = List.of("image/jpeg", "image/png");
    private static final int MOST_PHOTOS = 10;
    private static final int WORDS = 300;

    private final ReleaseStore store;
    private final PhotoStore photos;
    private final Files files;
    private final Search search;
    private final Trail trail;
    private final Clock clock;

    Releases(ReleaseStore store, PhotoStore photos, Files files, Search search, Trail trail, Clock clock) {
        this.store = store;
        this.photos = photos;
        this.files = files;
        this.search = search;
        this.trail = trail;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ reading

    public Optional<Release> find(int serial) {
        return store.find(serial);
    }

    public Release get(int serial) {
        return find(serial).orElseThrow(Releases::missing);
    }

    public Optional<Release> find(UUID id) {
        return store.find(id);
    }

    public List<Step> steps(Release release) {
        return store.steps(release.id());
    }

    public List<Photo> photos(Version version) {
        return photos.of(version.release(), version.number());
    }

    /** Hashes of the pictures, in their order. */
    List<String> hashes(List<Photo> list) {
        return list.stream().map(photo -> files.get(photo.file()).sha256()).toList();
    }

    // ------------------------------------------------------------------ writing

    @Transactional
    public Release draft(Actor by, Content content) {
        require(by, Level.WORK);
        var at = now();
        var id = Id.next(at);
        int serial = store.insert(id, at);
        store.version(id, 1, content, by, at);
        note(by, id, serial, 1, "drafted", "");
        return get(serial);
    }

    /**
     * Writes in the newest version.
     *
     * @param edit that was read before writing
     * @throws Refused conflict when somebody wrote meanwhile, or it may not be written in any more
     */
    @Transactional
    public Release write(Actor by, int serial, int edit, Content content) {
        require(by, Level.WORK);
        var release = lock(serial);
        var version = open(release);
        if (version.number() > 1 && content.change().isBlank())
            throw Refused.invalid("press.release.change", Content.CHANGE);
        if (!store.write(release.id(), version.number(), edit, content, now()))
            throw Refused.conflict("press.release.overtaken");
        search.changed(SearchableReleases.KIND, release.id());
        trail.record(by, "press", "release.written", "release:" + serial, Map.of("version", version.number()));
        return get(serial);
    }

    /** Gives it to another pair of eyes (데스크). */
    @Transactional
    public void submit(Actor by, int serial) {
        require(by, Level.WORK);
        var release = lock(serial);
        var version = open(release);
        if (version.state() == Version.State.REVIEW) throw Refused.conflict("press.release.reviewed");
        store.move(version, Version.State.REVIEW, now());
        note(by, release.id(), serial, version.number(), "submitted", "");
    }

    /** The desk gives it back to whoever wrote it. */
    @Transactional
    public void sendBack(Actor by, int serial, String words) {
        require(by, Level.WORK);
        var release = lock(serial);
        var version = open(release);
        if (version.state() != Version.State.REVIEW) throw Refused.conflict("press.release.notreviewed");
        store.move(version, Version.State.DRAFT, now());
        note(by, release.id(), serial, version.number(), "sentback", reason(words));
    }

    /** Ends a version that was not let out. */
    @Transactional
    public void drop(Actor by, int serial, String words) {
        require(by, Level.WORK);
        var release = lock(serial);
        var version = open(release);
        store.move(version, Version.State.DROPPED, now());
        note(by, release.id(), serial, version.number(), "dropped", reason(words));
    }

    /**
     * Begins a correction (정정): the next version, which says what the last one said and why it changes.
     *
     * @throws Refused conflict while another version is on its way, before anything was let out, and after a withdrawal
     */
    @Transactional
    public Release correct(Actor by, int serial, String why) {
        require(by, Level.WORK);
        var release = lock(serial);
        if (release.withdrawn()) throw Refused.conflict("press.release.withdrawn");
        var out = release.out().orElseThrow(() -> Refused.conflict("press.release.notout"));
        if (!release.newest().state().over()) throw Refused.conflict("press.release.underway");
        var was = out.content();
        var content = new Content(
                was.title(),
                was.subtitle(),
                was.text(),
                was.facts(),
                was.unit(),
                was.contact(),
                null,
                was.mailing(),
                reason(why));
        int next = release.newest().number() + 1;
        store.version(release.id(), next, content, by, now());
        photos.copy(release.id(), out.number(), next);
        note(by, release.id(), serial, next, "corrected", content.change());
        return get(serial);
    }

    // ------------------------------------------------------------------ pictures

    /**
     * Adds a picture to the newest version.
     *
     * @param consent where the consent of those who can be recognized lies
     */
    @Transactional
    public void picture(
            Actor by,
            int serial,
            String name,
            InputStream bytes,
            String caption,
            String credit,
            Photo.Rights rights,
            boolean portraits,
            String consent) {
        require(by, Level.WORK);
        var release = lock(serial);
        var version = open(release);
        if (photos(version).size() >= MOST_PHOTOS) throw Refused.invalid("press.photo.most", MOST_PHOTOS);
        var file = files.put(by, name, new ByteArrayInputStream(untold(bytes)));
        if (!PICTURES.contains(file.mediaType())) throw Refused.invalid("press.photo.type");
        var photo = new Photo(
                Id.next(now()),
                file.id(),
                file.mediaType(),
                file.size(),
                line(caption, "press.photo.caption"),
                PlainText.oneLine(credit),
                rights,
                portraits,
                PlainText.oneLine(consent));
        if (photo.credit().length() > Content.SHORT || photo.consent().length() > WORDS)
            throw Refused.invalid("press.photo.long");
        photos.insert(release.id(), version.number(), photo);
        store.touched(release.id(), version.number(), now());
        trail.record(by, "press", "release.photo", "release:" + serial, Map.of("file", file.sha256()));
    }

    /** A picture says what it shows, not where it was taken and with what: that goes before anybody gets it. */
    private static byte[] untold(InputStream in) {
        try {
            var bytes = in.readAllBytes();
            if (!Photograph.tells(bytes)) return bytes;
            return Photograph.of(bytes, Photograph.IN_PRINT)
                    .orElseThrow(() -> Refused.invalid("press.photo.type"))
                    .jpeg();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    public void removePicture(Actor by, int serial, UUID photo) {
        require(by, Level.WORK);
        var release = lock(serial);
        var version = open(release);
        if (!photos.delete(release.id(), version.number(), photo)) throw Refused.missing("press.photo.missing");
        store.touched(release.id(), version.number(), now());
        trail.record(by, "press", "release.photo.removed", "release:" + serial, Map.of("photo", photo));
    }

    // ------------------------------------------------------------------ inside

    Release lock(int serial) {
        return store.lock(serial).orElseThrow(Releases::missing);
    }

    static Version open(Release release) {
        if (release.withdrawn()) throw Refused.conflict("press.release.withdrawn");
        if (!release.newest().state().open()) throw Refused.conflict("press.release.sealed");
        return release.newest();
    }

    void note(Actor by, UUID release, int serial, int version, String act, String words) {
        search.changed(SearchableReleases.KIND, release);
        store.step(release, version, act, words, by, now());
        trail.record(by, "press", "release." + act, "release:" + serial, Map.of("version", version, "words", words));
    }

    static String reason(String words) {
        return line(words, "press.release.reason");
    }

    private static String line(String words, String code) {
        var line = PlainText.oneLine(words);
        if (line.isBlank() || line.length() > WORDS) throw Refused.invalid(code, WORDS);
        return line;
    }

    static Refused missing() {
        return Refused.missing("press.release.missing");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static void require(Actor by, Level level) {
        if (!by.may("press", level)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }
}
