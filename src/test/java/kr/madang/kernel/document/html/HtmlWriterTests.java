package kr.madang.kernel.document.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.document.Samples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlWriterTests {

    @Test
    void every_number_stands_in_the_page_once_and_in_order() {
        PrintedDocument report = Samples.council();
        Document page = Jsoup.parse(HtmlWriter.page(report, reference -> "/desk/report/figures/" + reference));
        assertThat(page.select(".figure").eachText())
                .isEqualTo(report.numbers().stream().map(Inline.Number::printed).toList());
        assertThat(page.select(".figure-gap").eachText()).containsExactly("자료 준비 중(방 미개설)", "자료 준비 중(방 미개설)");
    }

    @Test
    void a_figure_is_a_link_only_where_the_caller_gives_an_address() {
        PrintedDocument report = Samples.council();
        Document page = Jsoup.parse(HtmlWriter.fragment(
                report, reference -> reference.equals("press.releases") ? "/figures/1?a=1&b=2" : null));
        assertThat(page.select("a.figure").eachText()).containsExactly("258");
        assertThat(page.select("a.figure").attr("href")).isEqualTo("/figures/1?a=1&b=2");
    }

    @Test
    void an_address_never_becomes_a_script_or_another_host() {
        for (String address : List.of(
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\nscript:x",
                "data:text/html,x",
                "//elsewhere",
                "/\\elsewhere",
                " ")) {
            assertThat(Links.safe(address)).as(address).isNull();
        }
        for (String address : List.of("/desk/report", "figures/1:2", "?key=a:b", "#x", "https://example.org/a")) {
            assertThat(Links.safe(address)).as(address).isEqualTo(address);
        }
    }

    @Test
    void the_fragment_carries_no_style_no_script_and_no_handler() {
        for (PrintedDocument report : List.of(Samples.council(), Samples.hostile())) {
            Document page = Jsoup.parse(HtmlWriter.fragment(report, reference -> "/x"));
            assertThat(page.select("style, script, link, iframe, object, [style], b"))
                    .isEmpty();
            for (Element element : page.getAllElements()) {
                assertThat(element.attributes())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            }
        }
    }

    @Test
    void pages_are_well_formed_xml_whatever_was_typed() throws Exception {
        for (PrintedDocument report : List.of(Samples.council(), Samples.hostile())) {
            String page = HtmlWriter.page(report, reference -> "/x?<&\"'=" + reference.hashCode());
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void headings_go_down_in_order_and_tables_say_what_they_are() {
        Document page = Jsoup.parse(HtmlWriter.page(Samples.council(), reference -> null));
        assertThat(page.select("html").attr("lang")).isEqualTo("ko");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".report-body > .report-heading h2").eachText())
                .containsExactly("Ⅰ. 일반현황", "Ⅱ. 주요업무 추진실적");
        assertThat(page.select("h3")).hasSize(8);
        assertThat(page.select("table")).allSatisfy(table -> {
            assertThat(table.select("caption").text()).isNotBlank();
            assertThat(table.select("th:not([scope])")).isEmpty();
        });
        Element staffing = page.select("table").getFirst();
        assertThat(staffing.select("thead th[rowspan=2]").eachText()).containsExactly("구 분", "계");
        assertThat(staffing.select("thead th[colspan=6][scope=colgroup]").text())
                .isEqualTo("일 반 직");
        assertThat(page.select(".report-aside").getFirst().text()).isEqualTo("언론팀 홍보기획팀");
    }

    @Test
    void the_contents_lead_to_headings_that_exist() {
        Document page = Jsoup.parse(HtmlWriter.page(Samples.council(), reference -> null));
        assertThat(page.select("nav a")).hasSize(10).allSatisfy(link -> assertThat(
                        page.getElementById(link.attr("href").substring(1)).text())
                .isEqualTo(link.text()));
    }

    @Test
    void a_gap_never_shows_a_digit() {
        Document page = Jsoup.parse(HtmlWriter.fragment(Samples.hostile(), reference -> null));
        assertThat(page.select(".figure-gap").eachText()).containsExactly("자료 준비 중(방 미개설)", "자료 준비 중");
    }

    @Test
    void below_a_page_with_its_own_title_the_report_starts_at_h2() {
        Document page = Jsoup.parse(HtmlWriter.fragment(Samples.council(), reference -> null, 2));
        assertThat(page.select("h1")).isEmpty();
        assertThat(page.select("h2.report-title")).hasSize(1);
        assertThat(page.select("h4")).hasSize(8);
    }
}
