package kr.madang.approvals.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.card.Redline;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.desk.CardView;
import kr.madang.approvals.line.Event;

/**
 * One entry of a card as its page shows it (카드 기재 사항 한 건).
 *
 * @param redline what changed in the text since the version before; empty for events and where there is nothing to compare with
 */
record CardStep(Link link, Optional<Version> version, Optional<Event> event, Optional<Compared> redline) {
    /** Comparing costs; of a paper with a great many versions the older ones are compared when asked for. */
    private static final int COMPARED = 20;

    private static final int MOST_ROWS = 400;
    private static final int AROUND = 2;

    /**
     * Two versions beside each other.
     *
     * @param other number of the version before; 0 when it is that of the paper before
     * @param rows what changed with two lines around it; an empty row stands for lines left out
     * @param cut whether there is more than is shown
     */
    record Compared(int other, List<Redline.Row> rows, boolean cut) {
        boolean changed() {
            return !rows.isEmpty();
        }
    }

    static List<CardStep> of(CardView card, int asked) {
        int newest = card.paper().current().number();
        return card.links().stream()
                .map(link -> switch (link.entry()) {
                    case Entry.Acted(Event event) ->
                        new CardStep(link, Optional.empty(), Optional.of(event), Optional.empty());
                    case Entry.Kept(Version version) -> {
                        boolean near = newest - version.number() < COMPARED || version.number() == asked;
                        var compared = near ? compared(card, version) : Optional.<Compared>empty();
                        yield new CardStep(link, Optional.of(version), Optional.empty(), compared);
                    }
                })
                .toList();
    }

    private static Optional<Compared> compared(CardView card, Version version) {
        return card.previousOf(version).map(before -> {
            var rows = Redline.between(whole(before), whole(version)).rows();
            var shown = around(rows);
            boolean cut = shown.size() > MOST_ROWS;
            return new Compared(version.number() - 1, cut ? List.copyOf(shown.subList(0, MOST_ROWS)) : shown, cut);
        });
    }

    /** Everything people sign, so that nothing changes unseen. */
    private static String whole(Version version) {
        var text =
                new StringBuilder("제목  ").append(version.title()).append('\n').append(version.text());
        text.append("\n문서요지  ").append(version.summary().replace('\n', ' '));
        text.append("\n키워드  ").append(String.join(", ", version.keywords()));
        version.attachments().forEach(file -> text.append("\n첨부  ")
                .append(file.name())
                .append(" (")
                .append(file.size())
                .append("바이트, ")
                .append(file.sha256(), 0, Math.min(12, file.sha256().length()))
                .append(')'));
        return text.toString();
    }

    private static List<Redline.Row> around(List<Redline.Row> rows) {
        var near = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++)
            if (rows.get(i).changed())
                for (int j = Math.max(0, i - AROUND); j <= Math.min(rows.size() - 1, i + AROUND); j++) near[j] = true;
        var shown = new ArrayList<Redline.Row>();
        boolean out = false;
        for (int i = 0; i < rows.size(); i++) {
            if (near[i]) {
                if (out && !shown.isEmpty()) shown.add(new Redline.Row(List.of()));
                shown.add(rows.get(i));
                out = false;
            } else out = true;
        }
        return List.copyOf(shown);
    }
}
