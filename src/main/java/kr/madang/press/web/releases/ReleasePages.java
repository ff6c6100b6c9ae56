package kr.madang.press.web.releases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.document.hwpx.HwpxWriter;
import kr.madang.kernel.document.pdf.SheetPdf;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Words;
import kr.madang.press.releases.Printing;
import kr.madang.press.releases.ReleaseApproval;
import kr.madang.press.releases.Releases;
import kr.madang.press.releases.Releasing;
import kr.madang.press.releases.Version;
import kr.madang.press.releases.distribution.Distribution;
import kr.madang.press.releases.writing.Photo;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One release (보도자료): where it stands, what may be done to it, its pictures, and who got it. */
@Controller
@RequestMapping("/desk/press/releases/{serial:[0-9]{1,9}}")
@Needs(room = "press", level = Level.VIEW)
class ReleasePages {
    private final Releases releases;
    private final ReleaseApproval approval;
    private final Releasing releasing;
    private final Distribution distribution;
    private final Printing printing;
    private final Files files;
    private final ReleaseViews views;

    ReleasePages(
            Releases releases,
            ReleaseApproval approval,
            Releasing releasing,
            Distribution distribution,
            Printing printing,
            Files files,
            ReleaseViews views) {
        this.releases = releases;
        this.approval = approval;
        this.releasing = releasing;
        this.distribution = distribution;
        this.printing = printing;
        this.files = files;
        this.views = views;
    }

    @GetMapping
    String release(@PathVariable int serial, @RequestParam(defaultValue = "0") int version, Actor actor, Model model) {
        return page(serial, version, Form.empty(), actor, model);
    }

    private String page(int serial, int version, Form form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("rights", rights());
        model.addAttribute("view", views.of(serial, version, actor));
        return "press/web/releases/release";
    }

    private static List<Option> rights() {
        return Arrays.stream(Photo.Rights.values())
                .map(r -> new Option(r.name(), Words.here(r.code())))
                .toList();
    }

    // ------------------------------------------------------------------ acts

    @PostMapping("/review")
    @Needs(room = "press", level = Level.WORK)
    String submit(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "act", form -> {
            releases.submit(actor, serial);
            sent.say("press.said.submitted");
        });
    }

    @DeleteMapping("/review")
    @Needs(room = "press", level = Level.WORK)
    String sendBack(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "words", form -> {
            releases.sendBack(actor, serial, form.value("words"));
            sent.say("press.said.sentback");
        });
    }

    /** Leads to the paper, which its drafter looks over and sends on. */
    @PostMapping("/approval")
    @Needs(room = "press", level = Level.WORK)
    String ask(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var paper = approval.ask(actor, serial, Asked.edit(form));
                    sent.say("press.said.asked");
                    return "redirect:/desk/approvals/papers/" + paper;
                },
                "act",
                (form, why) -> page(serial, 0, form, actor, model));
    }

    @DeleteMapping("/approval")
    @Needs(room = "press", level = Level.WORK)
    String takeBack(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "words", form -> {
            approval.takeBack(actor, serial, form.value("words"));
            sent.say("press.said.takenback");
        });
    }

    @PostMapping("/drop")
    @Needs(room = "press", level = Level.WORK)
    String drop(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "words", form -> {
            releases.drop(actor, serial, form.value("words"));
            sent.say("press.said.dropped");
        });
    }

    @PostMapping("/corrections")
    @Needs(room = "press", level = Level.WORK)
    String correct(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    releases.correct(actor, serial, form.value("change"));
                    sent.say("press.said.corrected");
                    return to(serial) + "/edit";
                },
                "change",
                (form, why) -> page(serial, 0, form, actor, model));
    }

    @PostMapping("/withdrawal")
    @Needs(room = "press", level = Level.APPROVE)
    String withdraw(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(
                serial,
                actor,
                sent,
                model,
                "why",
                form -> sent.say("press.said.withdrawn", releasing.withdraw(actor, serial, form.value("why"))));
    }

    /** An act on the release, after which its page is shown again; also when it is refused, with why beside the field. */
    private String act(int serial, Actor actor, PostedForm sent, Model model, String field, Consumer<Form> act) {
        return sent.act(
                form -> {
                    act.accept(form);
                    return to(serial);
                },
                field,
                (form, why) -> page(serial, 0, form, actor, model));
    }

    private static String to(int serial) {
        return "redirect:/desk/press/releases/" + serial;
    }

    // ------------------------------------------------------------------ pictures

    @PostMapping("/photos")
    @Needs(room = "press", level = Level.WORK)
    String picture(
            @PathVariable int serial,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            PostedForm sent,
            Model model)
            throws IOException {
        return sent.act(
                form -> {
                    if (file == null || file.isEmpty()) throw Refused.invalid("press.photo.none");
                    try (var in = file.getInputStream()) {
                        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "사진");
                        releases.picture(
                                actor,
                                serial,
                                name,
                                in,
                                form.value("caption"),
                                form.value("credit"),
                                rights(form.value("rights")),
                                form.checked("portraits"),
                                form.value("consent"));
                    }
                    sent.say("press.said.photo");
                    return to(serial);
                },
                code -> code.equals("press.photo.caption") ? "caption" : "file",
                (form, why) -> page(serial, 0, form, actor, model));
    }

    private static Photo.Rights rights(String typed) {
        return Arrays.stream(Photo.Rights.values())
                .filter(r -> r.name().equals(typed))
                .findFirst()
                .orElse(Photo.Rights.REPORTING);
    }

    @DeleteMapping("/photos/{photo}")
    @Needs(room = "press", level = Level.WORK)
    String removePicture(@PathVariable int serial, @PathVariable String photo, Actor actor, PostedForm sent) {
        releases.removePicture(actor, serial, Asked.id(photo));
        sent.say("press.said.photo.removed");
        return to(serial);
    }

    @GetMapping("/photos/{photo}")
    ResponseEntity<byte[]> photo(@PathVariable int serial, @PathVariable String photo) throws IOException {
        var id = Asked.id(photo);
        var shown = releases.get(serial).versions().stream()
                .flatMap(v -> releases.photos(v).stream())
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.missing("press.photo.missing"));
        try (var in = files.open(files.get(shown.file()))) {
            return ResponseEntity.ok()
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .contentType(MediaType.parseMediaType(shown.mediaType()))
                    .body(in.readAllBytes());
        }
    }

    // ------------------------------------------------------------------ papers and people

    @GetMapping("/document.{form:pdf|hwpx}")
    ResponseEntity<byte[]> document(
            @PathVariable int serial, @PathVariable String form, @RequestParam(defaultValue = "0") int version)
            throws IOException {
        var release = releases.get(serial);
        var shown = version == 0 ? release.newest() : release.version(version);
        var kept = form.equals("pdf") ? shown.pdf() : shown.hwpx();
        var name = "보도자료_" + (release.number().isEmpty() ? "초안" : release.number()) + "." + form;
        if (kept != null)
            try (var in = files.open(files.get(kept))) {
                return document(in.readAllBytes(), form, name);
            }
        var draft = shown.state() == Version.State.RELEASED ? "" : "배포 전 초안입니다. 내부 검토용으로만 쓸 수 있습니다.";
        var sheet = printing.sheet(shown, releases.photos(shown), release.number(), shown.changedAt(), draft);
        return document(form.equals("pdf") ? SheetPdf.write(sheet) : HwpxWriter.write(sheet), form, name);
    }

    private static ResponseEntity<byte[]> document(byte[] bytes, String form, String name) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(form.equals("pdf") ? "application/pdf" : "application/hwp+zip"))
                .body(bytes);
    }

    @GetMapping("/distribution")
    @PersonalData(task = "보도자료 배포 내역 조회")
    String distribution(@PathVariable int serial, Model model) {
        var release = releases.get(serial);
        model.addAttribute("release", release);
        model.addAttribute("delivered", distribution.of(release.id()));
        return "press/web/releases/distribution";
    }
}
