package kr.madang.press.web.newsroom;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.files.StoredFile;
import kr.madang.kernel.web.Paging;
import kr.madang.press.newsroom.Item;
import kr.madang.press.newsroom.Linked;
import kr.madang.press.newsroom.Newsroom;
import kr.madang.press.releases.Printing;
import kr.madang.press.releases.writing.ReleaseSheet;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Releases for everybody (보도자료실). What is not out is not there, and no cache keeps what may be taken back without asking again. */
@Controller
@RequestMapping("/press")
@Open
class NewsroomPages {
    static final String NUMBER = "{number:[0-9]{4}-[0-9]{1,6}}";
    private static final int ROWS = 12;

    private final Newsroom newsroom;
    private final Printing printing;
    private final JsonMapper json;

    NewsroomPages(Newsroom newsroom, Printing printing, JsonMapper json) {
        this.newsroom = newsroom;
        this.printing = printing;
        this.json = json;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String cursor, Model model) {
        var slice = newsroom.page(q, cursor.isEmpty() ? null : cursor, ROWS);
        model.addAttribute("q", q.strip());
        model.addAttribute("items", slice.rows());
        model.addAttribute("window", Paging.window("/press", Paging.query("q", q.strip()), newsroom.count(q), slice));
        return "press/web/newsroom/list";
    }

    @GetMapping("/" + NUMBER)
    String release(@PathVariable String number, HttpServletResponse response, Model model) {
        var found = newsroom.find(number);
        if (found.isEmpty()) return gone(number, response, model);
        var item = found.get();
        var pictures = newsroom.pictures(item);
        model.addAttribute("item", item);
        model.addAttribute("pictures", pictures);
        model.addAttribute("corrections", newsroom.corrections(item));
        model.addAttribute("linked", new Linked(json, printing.office(), printing.site()).article(item, pictures));
        model.addAttribute("site", printing.site());
        return "press/web/newsroom/release";
    }

    /** What was taken back says so, and why; its words are gone. */
    private String gone(String number, HttpServletResponse response, Model model) {
        var withdrawn = newsroom.withdrawn(number).orElseThrow(() -> Refused.missing("press.newsroom.missing"));
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("withdrawn", withdrawn);
        return "press/web/newsroom/withdrawn";
    }

    @GetMapping("/" + NUMBER + "/photos/{photo}")
    ResponseEntity<InputStreamResource> photo(
            @PathVariable String number, @PathVariable UUID photo, @RequestParam(defaultValue = "false") boolean save) {
        var file = newsroom.picture(item(number), photo);
        return answer(file, save, "보도사진_" + number + (file.mediaType().endsWith("png") ? ".png" : ".jpg"));
    }

    @GetMapping("/" + NUMBER + "/document.{form:pdf|hwpx}")
    ResponseEntity<InputStreamResource> document(@PathVariable String number, @PathVariable String form) {
        var item = item(number);
        return newsroom.document(item, form)
                .map(file -> answer(file, true, file.name()))
                .orElseGet(() -> printed(item, form));
    }

    /** Releases of earlier years were let out by other programs: their papers are printed when somebody asks. */
    private ResponseEntity<InputStreamResource> printed(Item item, String form) {
        var bytes = printing.again(item.content(), item.number(), item.releasedAt(), form);
        var disposition = ContentDisposition.attachment()
                .filename("보도자료_" + item.number() + "." + form, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType(form.equals("pdf") ? "application/pdf" : "application/hwp+zip"))
                .contentLength(bytes.length)
                .body(new InputStreamResource(new ByteArrayInputStream(bytes)));
    }

    private Item item(String number) {
        return newsroom.find(number).orElseThrow(() -> Refused.missing("press.newsroom.missing"));
    }

    private ResponseEntity<InputStreamResource> answer(StoredFile file, boolean save, String name) {
        var disposition = (save ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + file.sha256() + "\"")
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .body(new InputStreamResource(newsroom.open(file)));
    }

    /** {@code 2023. 5. 3. 14:00}, for templates. */
    public static String moment(java.time.Instant at) {
        return ReleaseSheet.moment(at);
    }
}
