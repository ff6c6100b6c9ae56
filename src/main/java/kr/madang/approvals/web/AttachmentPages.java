package kr.madang.approvals.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.drafting.Uploads;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.files.StoredFile;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Hands out what is attached to papers (붙임 내려받기): always as a file to keep, never as a page of this site. */
@Controller
@RequestMapping("/desk/approvals")
class AttachmentPages {
    /** Types a browser may be told; everything else is bytes. */
    private static final Set<String> TOLD = Set.of(
            "application/pdf", "image/png", "image/jpeg", "image/gif", "application/x-hwp", "application/hwp+zip");

    private final Papers papers;
    private final Uploads uploads;
    private final Files files;

    AttachmentPages(Papers papers, Uploads uploads, Files files) {
        this.papers = papers;
        this.uploads = uploads;
        this.files = files;
    }

    /** @param version of the paper @param number of the attachment, from 1 */
    @GetMapping("/papers/{id}/attachments/{version}/{number}")
    @Needs(room = "approvals", level = Level.VIEW)
    ResponseEntity<InputStreamResource> attached(
            @PathVariable String id, @PathVariable int version, @PathVariable int number, Actor actor) {
        var view = papers.open(actor, Asked.paper(id));
        var attachments = view.versions().stream()
                .filter(v -> v.number() == version)
                .findFirst()
                .orElseThrow(AttachmentPages::missing)
                .attachments();
        if (number < 1 || number > attachments.size()) throw missing();
        var attachment = attachments.get(number - 1);
        return file(uploads.kept(attachment), attachment.name());
    }

    /** One's own upload, before it is attached to anything. */
    @GetMapping("/uploads/{id}")
    @Needs(room = "approvals", level = Level.WORK)
    ResponseEntity<InputStreamResource> own(@PathVariable UUID id, Actor actor) {
        var upload = uploads.find(actor, id).orElseThrow(AttachmentPages::missing);
        return file(uploads.kept(upload), upload.name());
    }

    private ResponseEntity<InputStreamResource> file(StoredFile file, String name) {
        InputStream bytes = files.open(file);
        var type = TOLD.contains(file.mediaType()) ? file.mediaType() : MediaType.APPLICATION_OCTET_STREAM_VALUE;
        var kept = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, kept.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.parseMediaType(type))
                .contentLength(file.size())
                .body(new InputStreamResource(bytes));
    }

    private static Refused missing() {
        return Refused.missing("approvals.upload.missing");
    }
}
