package kr.madang.press.coverage.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import kr.madang.press.coverage.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds as outlets publish them. */
class FeedReaderTests {
    private static final URI BASE = URI.create("https://news.example/rss/all.xml");
    private static final Instant NOW = Instant.parse("2023-05-31T00:00:00Z");
    private static final String ITEM =
            "<item><title><![CDATA[영등포구 &lt;b&gt;소식&lt;/b&gt;]]></title><link>/view?id=%d</link>"
                    + "<description>&lt;p&gt;본문 &amp;amp; 글&lt;/p&gt;</description><dc:creator>가나다 기자 a@b.example</dc:creator>"
                    + "<pubDate>Tue, 30 May 2023 09:00:00 +0900</pubDate></item>";

    private static List<Found> read(String text) throws Unfetched {
        return FeedReader.read(text, BASE, null, NOW);
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>매체</title><link>/</link>" + items
                + "</channel></rss>";
    }

    @Test
    void rssRdfAndAtomAreRead() throws Exception {
        var found = read(rss(ITEM.formatted(1))).getFirst();
        assertThat(found.title()).isEqualTo("영등포구 소식");
        assertThat(found.url()).isEqualTo("https://news.example/view?id=1");
        assertThat(found.lead()).isEqualTo("본문 & 글");
        assertThat(found.reporter()).isEqualTo("가나다 기자");
        assertThat(found.at()).isEqualTo(Instant.parse("2023-05-30T00:00:00Z"));
        var rdf = read("<rdf:RDF><channel/>"
                + ITEM.formatted(2)
                        .replace("pubDate", "dc:date")
                        .replace("Tue, 30 May 2023 09:00:00 +0900", "2023-05-30T09:00:00+09:00")
                + "</rdf:RDF>");
        assertThat(rdf.getFirst().at()).isEqualTo(Instant.parse("2023-05-30T00:00:00Z"));
        var atom = read(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>아톰</title><link rel='edit' href='/no'/><link href='/yes'/>"
                        + "<author><name>라마바</name></author><updated>2023-05-30T00:00:00Z</updated></entry></feed>");
        assertThat(atom.getFirst().url()).isEqualTo("https://news.example/yes");
        assertThat(atom.getFirst().reporter()).isEqualTo("라마바");
    }

    @Test
    void brokenXmlIsReadAsFarAsItGoes() throws Exception {
        assertThat(read(rss(ITEM.formatted(1).replace("&amp;amp;", "&")
                        + "<item><title>끝없는 & 글 <b>굵게</title><link>https://news.example/2?a=1&b=2</link></item>")))
                .hasSize(2)
                .last()
                .satisfies(f -> assertThat(f.url()).isEqualTo("https://news.example/2?a=1&b=2"));
        var whole = rss(ITEM.formatted(1) + ITEM.formatted(22_222));
        var cut = whole.substring(0, whole.indexOf("22222") + 3);
        assertThat(read(cut)).extracting(Found::url).containsExactly("https://news.example/view?id=1");
        assertThat(read(rss(ITEM.formatted(3).replace("소식", "소\u0000식\u0008")))).hasSize(1);
        assertThat(read(rss("<item><title>주소 없음</title></item>" + ITEM.formatted(4))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>점검 중입니다</body></html>", "{\"a\":1}", "%PDF-1.4"})
    void othersAreNoFeeds(String text) {
        assertThatExceptionOfType(Unfetched.class).isThrownBy(() -> read(text));
    }

    @Test
    void entitiesFromOutsideAndLaughsAreNotOpened() throws Exception {
        var evil =
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
                        + "<rss><channel><item><title>제목 &x; &b;</title><link>/1</link></item></channel></rss>";
        var found = read(evil);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().title()).doesNotContain("root:").doesNotContain("aaaaaaaaaa");
    }

    @Test
    void deepAndManyAreBounded() throws Exception {
        assertThat(read(rss("<a>".repeat(20_000) + ITEM.formatted(1)))).hasSizeLessThan(2);
        var many = new StringBuilder();
        for (int i = 0; i < 3_000; i++) many.append(ITEM.formatted(i));
        assertThat(read(rss(many.toString()))).hasSize(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 30 May 2023 09:00:00 +0900",
                "30 May 2023 00:00:00 GMT",
                "Tue,30 May 2023 09:00:00 +0900",
                "Tue, 30 May 2023 09:00 KST",
                "2023-05-30T09:00:00+09:00",
                "2023-05-30T00:00:00Z",
                "2023-05-30 09:00:00",
                "2023-05-30 09:00",
                "2023.05.30 09:00",
                "2023/5/30 9:00:00",
                "2023. 5. 30. 09:00",
                "2023-05-30T09:00:00"
            })
    void timesAreReadHoweverTheyAreWritten(String typed) {
        assertThat(Times.read(typed)).contains(Instant.parse("2023-05-30T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "어제", "2023-13-45", "9999999999999999999999", "32 May 2023 00:00:00 GMT"})
    void othersAreNoTimes(String typed) {
        assertThat(Times.read(typed)).isEmpty();
    }

    @Test
    void lettersAreReadWhateverTheyCallThemselves() {
        var text = "<?xml version=\"1.0\" encoding=\"%s\"?><rss>똠방각하 펲시콜라 영등포</rss>";
        var korean = Charset.forName("MS949");
        for (var name : new String[] {"euc-kr", "EUC_KR", "ks_c_5601-1987", "cp949", "UHC"})
            assertThat(Letters.of(text.formatted(name).getBytes(korean), "text/xml"))
                    .contains("똠방각하");
        assertThat(Letters.of(text.formatted("utf-8").getBytes(korean), "text/xml"))
                .contains("똠방각하");
        assertThat(Letters.of(text.formatted("euc-kr").getBytes(StandardCharsets.UTF_8), "text/xml"))
                .contains("똠방각하");
        assertThat(Letters.of(text.formatted("x").getBytes(korean), "text/xml; charset=euc-kr"))
                .contains("똠방각하");
        assertThat(Letters.of(("\ufeff" + text).getBytes(StandardCharsets.UTF_8), "text/xml; charset=euc-kr"))
                .contains("똠방각하")
                .startsWith("<?xml");
        assertThat(Letters.of(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), ""))
                .contains("똠방각하");
        assertThat(Letters.of(new byte[0], "")).isEmpty();
        assertThat(Letters.of(new byte[] {(byte) 0xff, 1, (byte) 0x80}, "text/xml; charset=no-such"))
                .isNotEmpty();
    }

    @Test
    void robotsAreHeard() {
        var robots = Robots.read("""
                User-agent: *
                Disallow: /

                User-agent: OtherBot
                User-agent: MadangBot # us
                Disallow: /admin
                Disallow: /*.pdf$
                Disallow: /search?*q=
                Allow: /admin/rss
                Disallow:
                """, Fetcher.NAME);
        assertThat(robots.allows("/rss/all.xml")).isTrue();
        assertThat(robots.allows("/admin/x")).isFalse();
        assertThat(robots.allows("/admin/rss.xml")).isTrue();
        assertThat(robots.allows("/a/b.pdf")).isFalse();
        assertThat(robots.allows("/a/b.pdf?x")).isTrue();
        assertThat(robots.allows("/search?a=1&q=2")).isFalse();
        assertThat(Robots.read("User-agent: *\nDisallow: /private", Fetcher.NAME)
                        .allows("/private/x"))
                .isFalse();
        assertThat(Robots.read("User-agent: Bad\nDisallow: /", Fetcher.NAME).allows("/"))
                .isTrue();
        var hostile = Robots.read("User-agent: *\nDisallow: /" + "*a".repeat(500) + "$", Fetcher.NAME);
        assertThat(hostile.allows("/" + "a".repeat(1_900) + "b")).isTrue();
        assertThat(Robots.read("garbage\n:::\n\u0000", Fetcher.NAME).allows("/"))
                .isTrue();
    }
}
