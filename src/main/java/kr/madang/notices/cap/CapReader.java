package kr.madang.notices.cap;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** Reads an alert (CAP 읽기); what the standard does not allow is refused with its line. */
public final class CapReader {
    /** With an offset and without parts of a second; {@code Z} is not allowed. */
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d");

    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,15})?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,9})?");
    private static final Set<String> ALERT = Set.of(
            "identifier",
            "sender",
            "sent",
            "status",
            "msgType",
            "source",
            "scope",
            "restriction",
            "addresses",
            "code",
            "note",
            "references",
            "incidents",
            "info");
    private static final Set<String> MANY_OF_ALERT = Set.of("code", "info");
    private static final Set<String> INFO = Set.of(
            "language",
            "category",
            "event",
            "responseType",
            "urgency",
            "severity",
            "certainty",
            "audience",
            "eventCode",
            "effective",
            "onset",
            "expires",
            "senderName",
            "headline",
            "description",
            "instruction",
            "web",
            "contact",
            "parameter",
            "resource",
            "area");
    private static final Set<String> MANY_OF_INFO =
            Set.of("category", "responseType", "eventCode", "parameter", "resource", "area");
    private static final Set<String> RESOURCE = Set.of("resourceDesc", "mimeType", "size", "uri", "derefUri", "digest");
    private static final Set<String> AREA = Set.of("areaDesc", "polygon", "circle", "geocode", "altitude", "ceiling");
    private static final Set<String> MANY_OF_AREA = Set.of("polygon", "circle", "geocode");

    private CapReader() {}

    /** @throws Refused with the line of what is wrong */
    public static CapAlert read(byte[] document) {
        var root = CapNode.read(document);
        if (!root.name().equals("alert")) throw Refused.invalid("notices.cap.namespace");
        return alert(checked(root, ALERT, MANY_OF_ALERT));
    }

    private static CapAlert alert(CapNode node) {
        return new CapAlert(
                needed(node, "identifier"),
                needed(node, "sender"),
                moment(one(node, "sent")),
                word(CapWord.Status.values(), node, "status"),
                word(CapWord.MessageType.values(), node, "msgType"),
                text(node, "source"),
                word(CapWord.Scope.values(), node, "scope"),
                text(node, "restriction"),
                list(text(node, "addresses")),
                texts(node, "code"),
                text(node, "note"),
                references(node),
                list(text(node, "incidents")),
                node.all("info").stream().map(CapReader::info).toList());
    }

    private static CapInfo info(CapNode node) {
        checked(node, INFO, MANY_OF_INFO);
        return new CapInfo(
                text(node, "language"),
                words(CapWord.Category.values(), node, "category"),
                text(node, "event"),
                words(CapWord.ResponseType.values(), node, "responseType"),
                word(CapWord.Urgency.values(), node, "urgency"),
                word(CapWord.Severity.values(), node, "severity"),
                word(CapWord.Certainty.values(), node, "certainty"),
                text(node, "audience"),
                named(node, "eventCode"),
                momentOrNone(node, "effective"),
                momentOrNone(node, "onset"),
                momentOrNone(node, "expires"),
                text(node, "senderName"),
                text(node, "headline"),
                text(node, "description"),
                text(node, "instruction"),
                text(node, "web"),
                text(node, "contact"),
                named(node, "parameter"),
                node.all("resource").stream().map(CapReader::resource).toList(),
                node.all("area").stream().map(CapReader::area).toList());
    }

    private static CapResource resource(CapNode node) {
        checked(node, RESOURCE, Set.of());
        var size = text(node, "size");
        if (!size.matches("\\d{0,15}"))
            throw Refused.invalid("notices.cap.number", one(node, "size").line(), "size");
        return new CapResource(
                text(node, "resourceDesc"),
                text(node, "mimeType"),
                size.isEmpty() ? null : Long.valueOf(size),
                text(node, "uri"),
                text(node, "derefUri"),
                text(node, "digest"));
    }

    private static CapArea area(CapNode node) {
        checked(node, AREA, MANY_OF_AREA);
        return new CapArea(
                text(node, "areaDesc"),
                node.all("polygon").stream().map(CapReader::polygon).toList(),
                node.all("circle").stream().map(CapReader::circle).toList(),
                named(node, "geocode"),
                decimal(node, "altitude"),
                decimal(node, "ceiling"));
    }

    private static List<CapArea.Point> polygon(CapNode node) {
        var points = new ArrayList<CapArea.Point>();
        for (var pair : node.text().split("\\s+")) points.add(point(node, pair));
        return points;
    }

    private static CapArea.Circle circle(CapNode node) {
        var parts = node.text().split("\\s+");
        if (parts.length != 2 || !DECIMAL.matcher(parts[1]).matches())
            throw Refused.invalid("notices.cap.number", node.line(), node.name());
        return new CapArea.Circle(point(node, parts[0]), new BigDecimal(parts[1]));
    }

    private static CapArea.Point point(CapNode node, String pair) {
        var parts = pair.split(",", -1);
        if (parts.length != 2
                || !DEGREES.matcher(parts[0]).matches()
                || !DEGREES.matcher(parts[1]).matches())
            throw Refused.invalid("notices.cap.number", node.line(), node.name());
        return new CapArea.Point(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
    }

    private static @Nullable BigDecimal decimal(CapNode node, String element) {
        var text = text(node, element);
        if (text.isEmpty()) return null;
        if (!DECIMAL.matcher(text).matches())
            throw Refused.invalid("notices.cap.number", one(node, element).line(), element);
        return new BigDecimal(text);
    }

    private static List<CapInfo.Named> named(CapNode node, String element) {
        return node.all(element).stream()
                .map(one -> new CapInfo.Named(needed(one, "valueName"), text(one, "value")))
                .toList();
    }

    private static List<CapAlert.Reference> references(CapNode node) {
        var text = text(node, "references");
        if (text.isEmpty()) return List.of();
        var references = new ArrayList<CapAlert.Reference>();
        for (var triple : text.split("\\s+")) {
            var parts = triple.split(",", -1);
            var line = one(node, "references").line();
            if (parts.length != 3) throw Refused.invalid("notices.cap.reference", line, CapNode.shown(triple));
            references.add(new CapAlert.Reference(parts[0], parts[1], moment("references", line, parts[2])));
        }
        return references;
    }

    /** Names separated by spaces; a name with spaces of its own stands in quotation marks. */
    static List<String> list(String text) {
        var found = new ArrayList<String>();
        var matcher = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(text);
        while (matcher.find()) found.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        return found;
    }

    private static @Nullable OffsetDateTime momentOrNone(CapNode node, String element) {
        return text(node, element).isEmpty() ? null : moment(one(node, element));
    }

    private static OffsetDateTime moment(CapNode node) {
        return moment(node.name(), node.line(), node.text());
    }

    private static OffsetDateTime moment(String element, int line, String text) {
        try {
            // the standard writes UTC as minus zero
            if (MOMENT.matcher(text).matches()) return OffsetDateTime.parse(text.replaceFirst("-00:00$", "+00:00"));
        } catch (DateTimeException e) {
            // there is no such day or hour
        }
        throw Refused.invalid("notices.cap.moment", line, element, CapNode.shown(text));
    }

    private static <W extends CapWord> W word(W[] all, CapNode node, String element) {
        var one = one(node, element);
        return CapWord.of(all, element, one.line(), one.text());
    }

    private static <W extends CapWord> List<W> words(W[] all, CapNode node, String element) {
        return node.all(element).stream()
                .map(one -> CapWord.of(all, element, one.line(), one.text()))
                .toList();
    }

    private static List<String> texts(CapNode node, String element) {
        return node.all(element).stream().map(CapNode::text).toList();
    }

    private static String text(CapNode node, String element) {
        var all = node.all(element);
        return all.isEmpty() ? "" : all.getFirst().text();
    }

    private static String needed(CapNode node, String element) {
        var text = text(node, element);
        if (text.isEmpty()) throw Refused.invalid("notices.cap.missing", node.line(), element);
        return text;
    }

    private static CapNode one(CapNode node, String element) {
        var all = node.all(element);
        if (all.isEmpty()) throw Refused.invalid("notices.cap.missing", node.line(), element);
        return all.getFirst();
    }

    /** Nothing the standard does not know, and nothing twice that may stand once. */
    private static CapNode checked(CapNode node, Set<String> known, Set<String> many) {
        var seen = new java.util.HashSet<String>();
        for (var child : node.children()) {
            if (!known.contains(child.name()))
                throw Refused.invalid("notices.cap.unknown", child.line(), CapNode.shown(child.name()));
            if (!seen.add(child.name()) && !many.contains(child.name()))
                throw Refused.invalid("notices.cap.twice", child.line(), child.name());
        }
        return node;
    }
}
