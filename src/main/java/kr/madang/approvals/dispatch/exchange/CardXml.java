package kr.madang.approvals.dispatch.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.madang.approvals.dispatch.exchange.Markup.Element;

/** The card of a package (문서 정보): who sends what to whom, and how its attachments are called. */
final class CardXml {
    private static final String ROOT = "madang-document";

    /** @param files names of the attachments in order */
    record Card(
            String id,
            String from,
            String to,
            String number,
            LocalDate day,
            String title,
            String summary,
            String sender,
            String disclosure,
            List<String> files) {}

    private CardXml() {}

    static String write(Packet p) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + ROOT + " version=\"1\">\n");
        Markup.put(out, "id", p.id());
        Markup.put(out, "from", p.from());
        Markup.put(out, "to", p.to());
        Markup.put(out, "number", p.number());
        Markup.put(out, "day", p.day().toString());
        Markup.put(out, "title", p.title());
        Markup.put(out, "summary", p.summary());
        Markup.put(out, "sender", p.sender());
        Markup.put(out, "disclosure", p.disclosure());
        for (var file : p.files()) Markup.put(out, "attachment", file.name());
        return out.append("</" + ROOT + ">\n").toString();
    }

    static Card read(byte[] xml) {
        var elements = Markup.read(xml, ROOT);
        try {
            return new Card(
                    one(elements, "id", 64),
                    one(elements, "from", 100),
                    one(elements, "to", 100),
                    one(elements, "number", 100),
                    LocalDate.parse(one(elements, "day", 10)),
                    one(elements, "title", 200),
                    one(elements, "summary", 1_000),
                    one(elements, "sender", 100),
                    one(elements, "disclosure", 60),
                    elements.stream()
                            .filter(e -> e.name().equals("attachment"))
                            .map(Element::text)
                            .toList());
        } catch (DateTimeException e) {
            throw Markup.broken();
        }
    }

    static String one(List<Element> elements, String name, int longest) {
        var found = new ArrayList<String>();
        for (var element : elements) if (element.name().equals(name)) found.add(element.text());
        if (found.size() != 1 || found.getFirst().length() > longest) throw Markup.broken();
        return found.getFirst();
    }
}
