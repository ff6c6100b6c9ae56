package kr.madang.press.web.newsroom;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import kr.madang.kernel.access.Open;
import kr.madang.press.newsroom.Feed;
import kr.madang.press.newsroom.Item;
import kr.madang.press.newsroom.Newsroom;
import kr.madang.press.releases.Printing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/** Releases for programs that follow them (보도자료 구독): RSS and Atom. Whoever has the newest gets no body. */
@Controller
@Open
class FeedPages {
    private static final int ROWS = 50;

    private final Newsroom newsroom;
    private final Printing printing;

    FeedPages(Newsroom newsroom, Printing printing) {
        this.newsroom = newsroom;
        this.printing = printing;
    }

    @GetMapping("/press/feed.rss")
    @Nullable
    ResponseEntity<byte[]> rss(WebRequest request) {
        return answer(request, "application/rss+xml", Feed::rss);
    }

    @GetMapping("/press/feed.atom")
    @Nullable
    ResponseEntity<byte[]> atom(WebRequest request) {
        return answer(request, "application/atom+xml", Feed::atom);
    }

    private @Nullable ResponseEntity<byte[]> answer(
            WebRequest request, String type, BiFunction<Feed, List<Item>, String> write) {
        var tag = "\"" + HexFormat.of().formatHex(newsroom.state().getBytes(StandardCharsets.UTF_8)) + "\"";
        if (request.checkNotModified(tag)) return null;
        var feed = new Feed(printing.office() + " 보도자료", printing.site());
        var body = write.apply(feed, newsroom.page("", null, ROWS).rows());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag)
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
