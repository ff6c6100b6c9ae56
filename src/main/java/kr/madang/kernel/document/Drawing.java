package kr.madang.kernel.document;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A drawing that only draws: SVG rewritten from a short list of shapes and attributes, so that no script, link, style or file from
 * elsewhere can ride along into a report.
 *
 * @param width in CSS pixels, from the view box
 * @param height in CSS pixels, from the view box
 */
public record Drawing(double width, double height, String body) {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final int LONGEST = 2_000_000;

    /** As wide as the text on A4, in CSS pixels. */
    private static final double WIDEST = 620;

    private static final Set<String> SHAPES =
            Set.of("g", "rect", "line", "path", "polyline", "polygon", "circle", "ellipse", "text", "tspan");

    private static final Set<String> ATTRIBUTES = Set.of(
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "dx",
            "dy",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "width",
            "height",
            "d",
            "points",
            "transform",
            "fill",
            "fill-opacity",
            "opacity",
            "stroke",
            "stroke-width",
            "stroke-opacity",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "text-anchor",
            "dominant-baseline",
            "font-size",
            "font-weight");

    private static final Pattern PLAIN_VALUE = Pattern.compile("[\\p{Alnum} #.,()%+\\-\\n]*");

    /** The drawing; empty when the text is no SVG that can be drawn. */
    public static Optional<Drawing> of(String svg) {
        if (svg.isBlank() || svg.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return draw(parse(PlainText.clean(svg)));
        } catch (Exception | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    /** The drawing as one element with the words a screen reader speaks, made small enough for a page. */
    public String labelled(String description) {
        double scale = onPage();
        return "<svg xmlns=\"" + SVG + "\" role=\"img\" aria-label=\"" + escape(PlainText.oneLine(description))
                + "\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\" width=\"" + number(width * scale)
                + "\" height=\"" + number(height * scale) + "\">" + body + "</svg>";
    }

    /** How much smaller the drawing must be to fit on a page; 1 when it fits. */
    public double onPage() {
        return Math.min(1, WIDEST / width);
    }

    private static Optional<Drawing> draw(Element root) {
        List<Double> box = box(root);
        if (box.size() != 4 || !SVG.equals(root.getNamespaceURI()) || !"svg".equals(root.getLocalName())) {
            return Optional.empty();
        }
        double width = box.get(2);
        double height = box.get(3);
        if (!(width > 0 && height > 0 && width <= 20_000 && height <= 20_000)) {
            return Optional.empty();
        }
        StringBuilder body = new StringBuilder();
        boolean moved = box.get(0) != 0 || box.get(1) != 0;
        body.append(
                moved
                        ? "<g font-family=\"Pretendard\" transform=\"translate(" + -box.get(0) + " " + -box.get(1)
                                + ")\">"
                        : "<g font-family=\"Pretendard\">");
        children(root, body);
        return Optional.of(new Drawing(width, height, body.append("</g>").toString()));
    }

    private static List<Double> box(Element root) {
        List<Double> box = new ArrayList<>();
        String given = root.getAttribute("viewBox").strip();
        String words = given.isEmpty()
                ? "0 0 " + root.getAttribute("width").replace("px", "") + " "
                        + root.getAttribute("height").replace("px", "")
                : given;
        for (String part : words.split("[\\s,]+")) {
            box.add(Double.parseDouble(part));
        }
        return box;
    }

    private static void children(Element parent, StringBuilder out) {
        boolean words = "text".equals(parent.getLocalName()) || "tspan".equals(parent.getLocalName());
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && SVG.equals(element.getNamespaceURI())) {
                shape(element, out);
            } else if (words
                    && (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE)) {
                out.append(escape(child.getNodeValue()));
            }
        }
    }

    private static void shape(Element element, StringBuilder out) {
        String name = element.getLocalName();
        if (!SHAPES.contains(name)) {
            return;
        }
        out.append('<').append(name);
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            Node attribute = element.getAttributes().item(at);
            String value = attribute.getNodeValue();
            boolean draws = ATTRIBUTES.contains(attribute.getNodeName()) && !value.contains("url(");
            if (draws && PLAIN_VALUE.matcher(value).matches()) {
                out.append(' ')
                        .append(attribute.getNodeName())
                        .append("=\"")
                        .append(value)
                        .append('"');
            }
        }
        out.append('>');
        children(element, out);
        out.append("</").append(name).append('>');
    }

    private static Element parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
