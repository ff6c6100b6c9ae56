package kr.madang.press.releases;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.document.SheetText;
import kr.madang.kernel.document.hwpx.HwpxWriter;
import kr.madang.kernel.document.pdf.SheetPdf;
import kr.madang.kernel.files.Files;
import kr.madang.press.coverage.OriginalOut;
import kr.madang.press.releases.distribution.Distribution;
import kr.madang.press.releases.writing.Photo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Lets releases out at their hour (배포) and takes them back (철회). One transaction numbers, prints, publishes and writes to reporters. */
@Component
public class Releasing {
    private static final Logger log = LoggerFactory.getLogger(Releasing.class);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int PORTION = 20;
    /** Of a letter; the rest stands in the files that go with it. */
    private static final int MOST_WORDS = 19_000;

    private static final long MOST_BYTES = 10L * 1024 * 1024;

    private final ReleaseStore store;
    private final Releases releases;
    private final ReleaseApproval approval;
    private final Printing printing;
    private final Distribution distribution;
    private final Files files;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    Releasing(
            ReleaseStore store,
            Releases releases,
            ReleaseApproval approval,
            Printing printing,
            Distribution distribution,
            Files files,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.releases = releases;
        this.approval = approval;
        this.printing = printing;
        this.distribution = distribution;
        this.files = files;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Lets out everything whose hour has come. @return how many */
    int due() {
        int out = 0;
        for (var release : store.due(now(), PORTION)) if (letOut(release)) out++;
        return out;
    }

    /** Nobody waits for the clock when there is nothing to wait for. */
    @ApplicationModuleListener
    void on(ReleaseApproved approved) {
        try {
            out(approved.release());
        } catch (Refused e) {
            log.error("보도자료 {}을(를) 배포할 수 없습니다.", approved.release(), e);
        }
    }

    /** One that cannot go out keeps no other from it. */
    private boolean letOut(UUID release) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> out(release)));
        } catch (RuntimeException e) {
            log.error("보도자료 {}을(를) 배포할 수 없습니다.", release, e);
            return false;
        }
    }

    private boolean out(UUID id) {
        var release = store.lock(id).orElseThrow(Releases::missing);
        var version = release.newest();
        var at = now();
        if (version.state() != Version.State.APPROVED || release.withdrawn() || early(version, at)) return false;
        if (!approval.approved(version)) throw Refused.conflict("press.release.broken");
        var year = LocalDate.ofInstant(at, SEOUL).getYear();
        var number = release.number().isEmpty() ? store.number(id, year) : release.number();
        var photos = releases.photos(version);
        var sheet = printing.sheet(version, photos, number, at, "");
        var name = "보도자료_" + number + (version.number() > 1 ? "_정정" + (version.number() - 1) : "");
        var pdf = files.put(Actor.SYSTEM, name + ".pdf", new ByteArrayInputStream(SheetPdf.write(sheet)));
        var hwpx = files.put(Actor.SYSTEM, name + ".hwpx", new ByteArrayInputStream(HwpxWriter.write(sheet)));
        store.released(version, pdf.id(), hwpx.id(), at);
        if (release.out().isEmpty()) events.publishEvent(new OriginalOut(at));
        var text = letter(SheetText.write(sheet));
        var enclosed = enclosed(hwpx.id(), pdf.id(), pdf.size() + hwpx.size(), photos);
        var reference = "release:" + release.serial() + "/" + version.number();
        var title = version.content().title();
        var news = new Distribution.Message("[보도자료] " + title, text, enclosed, reference);
        var correction = new Distribution.Message("[보도자료 정정] " + title, text, enclosed, reference);
        int told = distribution.release(
                Actor.SYSTEM, id, version.number(), version.content().mailing(), news, correction, at);
        releases.note(Actor.SYSTEM, id, release.serial(), version.number(), "released", number + " · " + told);
        return true;
    }

    private static boolean early(Version version, Instant at) {
        var embargo = version.content().embargo();
        return embargo != null && embargo.isAfter(at);
    }

    private static String letter(String text) {
        if (text.length() <= MOST_WORDS) return text;
        return text.substring(0, MOST_WORDS) + "…\n\n전문은 붙임 파일과 누리집에 있습니다.";
    }

    /** The documents, and the pictures as long as a mail server takes them. */
    private static List<UUID> enclosed(UUID hwpx, UUID pdf, long bytes, List<Photo> photos) {
        var all = new ArrayList<>(List.of(hwpx, pdf));
        long size = bytes;
        for (var photo : photos) {
            size += photo.size();
            if (size <= MOST_BYTES) all.add(photo.file());
        }
        return all;
    }

    /**
     * Takes a release back: nobody outside sees it any more, and exactly those who got it are told.
     *
     * @throws Refused conflict when nothing is out, or it was withdrawn already
     */
    @Transactional
    public int withdraw(Actor by, int serial, String words) {
        Releases.require(by, Level.APPROVE);
        var release = releases.lock(serial);
        var out = release.out().orElseThrow(() -> Refused.conflict("press.release.notout"));
        if (release.withdrawn()) throw Refused.conflict("press.release.withdrawn");
        if (release.newest().state() == Version.State.APPROVAL) throw Refused.conflict("press.release.underway");
        var why = Releases.reason(words);
        var at = now();
        if (!release.newest().state().over()) store.move(release.newest(), Version.State.DROPPED, at);
        store.withdraw(release.id(), why, by.name(), at);
        var message = new Distribution.Message(
                "[보도자료 철회] " + out.content().title(),
                printing.withdrawal(release, out, why),
                List.of(),
                "release:" + serial + "/withdrawal");
        int told = distribution.withdraw(by, release.id(), out.number(), message, at);
        releases.note(by, release.id(), serial, out.number(), "withdrawn", why);
        return told;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
