package kr.madang.office.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class OrgChartTests {
    @Test
    void namesItselfForScreenReaders() throws Exception {
        var svg = OrgChart.draw("조직도", "홍보미디어과", List.of(new OrgChart.Box("언론팀", List.of("보도자료 작성"))));
        var root = read(svg);
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("홍보미디어과, 1개 팀. 언론팀: 보도자료 작성.");
        assertThat(svg).doesNotContain("style=").doesNotContain("<script");
    }

    @Test
    void hostileNamesStayText() throws Exception {
        var name = "</text><script>alert(1)</script>&\"'\u0000\uD800" + "가".repeat(500);
        var teams = IntStream.range(0, 12)
                .mapToObj(i -> new OrgChart.Box(name, List.of(name, "", "한 줄")))
                .toList();
        var root = read(OrgChart.draw(name, name, teams));
        assertThat(root.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void longDutiesBreakWithinTheBox() {
        for (var line : OrgChart.wrap(List.of("구 SNS 등을 활용한 구정 및 주요시책 홍보", "a".repeat(200))))
            assertThat(line.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum()).isLessThanOrEqualTo(30);
    }

    @Test
    void anEmptySectionIsStillAPicture() throws Exception {
        read(OrgChart.draw("조직도", "", List.of()));
    }

    private static org.w3c.dom.Element read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }
}
