package kr.madang.press.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import kr.madang.press.releases.writing.Content;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

/** Releases as other programs read them. */
class FeedTests {
    private static final Instant AT = Instant.parse("2023-05-03T05:00:00Z");

    private static Item item(String title, int version) {
        var content = new Content(
                title, "", "글 </script> & \u0001\uFFFE ]]> \uD83D\uDE00 끝", "", "문화체육과", "김하늘", null, null, "");
        return new Item(UUID.randomUUID(), "2023-7", version, content, AT, AT.plusSeconds(60));
    }

    private static Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bothFeedsAreWellFormedWhateverTheWordsAre() throws Exception {
        var feed = new Feed("마당구청 보도자료", "https://www.example.kr");
        var items = List.of(item("제목 <b>&\u0007", 1), item("고친 제목", 2));
        var rss = xml(feed.rss(items));
        assertThat(rss.getElementsByTagName("item").getLength()).isEqualTo(2);
        assertThat(rss.getElementsByTagName("pubDate").item(0).getTextContent())
                .isEqualTo("Wed, 3 May 2023 14:01:00 +0900");
        assertThat(rss.getElementsByTagName("title").item(2).getTextContent()).isEqualTo("[정정] 고친 제목");
        var atom = xml(feed.atom(items));
        assertThat(atom.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry")
                        .getLength())
                .isEqualTo(2);
        assertThat(atom.getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo("2023-05-03T14:01:00+09:00");
        xml(feed.atom(List.of()));
        xml(feed.rss(List.of()));
    }

    /** The words of a release cannot end the script element they stand in. */
    @Test
    void linkedDataStaysInItsElement() {
        var linked = new Linked(JsonMapper.builder().build(), "마당구청", "https://www.example.kr");
        var text = linked.article(item("</script><script>alert(1)</script>", 1), List.of());
        assertThat(text).doesNotContain("<").doesNotContain(">").contains("NewsArticle", "2023-05-03T14:00:00+09:00");
        var read = JsonMapper.builder().build().readTree(text);
        assertThat(read.get("headline").asString()).isEqualTo("</script><script>alert(1)</script>");
    }
}
