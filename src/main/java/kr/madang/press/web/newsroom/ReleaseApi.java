package kr.madang.press.web.newsroom;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.press.newsroom.Item;
import kr.madang.press.newsroom.Newsroom;
import kr.madang.press.releases.Printing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Releases for other programs (보도자료 공개 API). It says what the newsroom shows, and nothing else. */
@RestController
@RequestMapping("/api/press/releases")
@Open
@Tag(name = "press", description = "공개된 보도자료")
class ReleaseApi {
    private static final int ROWS = 20;

    private final Newsroom newsroom;
    private final Printing printing;

    ReleaseApi(Newsroom newsroom, Printing printing) {
        this.newsroom = newsroom;
        this.printing = printing;
    }

    /** A release. */
    @Schema(description = "보도자료 한 건")
    record Told(
            String number,
            String title,
            List<String> subtitles,
            @Schema(description = "문단") List<String> text,
            String unit,
            String contact,

            @Schema(description = "1이면 처음 나간 판, 그보다 크면 정정한 판")
            int version,

            Instant publishedAt,
            Instant updatedAt,
            String url,
            List<Photo> photos) {}

    /** A picture. */
    record Photo(String url, String mediaType, long size, String caption, String credit, String rights) {}

    /** A page. @param next cursor of the next; null at the end */
    record Page(List<Told> items, @Nullable String next) {}

    @Operation(summary = "보도자료 목록", description = "최근 것부터. next를 cursor로 주면 다음 쪽을 받는다")
    @GetMapping
    ResponseEntity<Page> list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String cursor) {
        var slice = newsroom.page(q, cursor.isEmpty() ? null : cursor, ROWS);
        return answer(new Page(slice.rows().stream().map(this::told).toList(), slice.next()));
    }

    @Operation(summary = "보도자료 한 건")
    @GetMapping("/" + NewsroomPages.NUMBER)
    ResponseEntity<Told> release(@PathVariable String number) {
        var item = newsroom.find(number).orElseThrow(() -> Refused.missing("press.newsroom.missing"));
        return answer(told(item));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
    }

    private Told told(Item item) {
        var at = printing.site() + item.path();
        var content = item.content();
        return new Told(
                item.number(),
                content.title(),
                content.subtitles(),
                content.paragraphs(),
                content.unit(),
                content.contact(),
                item.version(),
                item.firstAt(),
                item.releasedAt(),
                at,
                newsroom.pictures(item).stream()
                        .map(p -> new Photo(
                                at + "/photos/" + p.id(), p.mediaType(), p.size(), p.caption(), p.credit(), p.rights()))
                        .toList());
    }
}
