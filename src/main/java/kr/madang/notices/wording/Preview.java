package kr.madang.notices.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.DisasterRules.Medium;

/**
 * Everything a page shows of a letter before it goes out (미리보기).
 *
 * @param text what is shown: the text itself, or the longest a template gives
 * @param measure of that text
 * @param findings the blocking ones first
 */
public record Preview(
        String text, List<Piece> pieces, Measure measure, Spread spread, Cost cost, List<Finding> findings) {
    private static final int NEARLY = 20;

    public Preview {
        pieces = List.copyOf(pieces);
        findings = List.copyOf(findings);
    }

    /** The same words for everybody. */
    public static Preview of(Letter letter, Terms terms, int recipients) {
        var measure = Measure.of(letter, terms.encoding(), terms.limits());
        return of(letter, measure, Spread.same(letter, measure, recipients), terms, new ArrayList<>());
    }

    /** The words of the letter are a template, filled from every row. */
    public static Preview of(Letter letter, Terms terms, Iterable<Map<String, String>> rows) {
        var template = Template.parse(letter.text());
        var spread = Spread.of(letter, template, rows, terms.encoding(), terms.limits());
        var longest = spread.longest();
        var shown = letter.saying(longest == null ? letter.text() : longest.text());
        var measure = Measure.of(shown, terms.encoding(), terms.limits());
        return of(shown, measure, spread, terms, rows(spread));
    }

    private static Preview of(Letter letter, Measure measure, Spread spread, Terms terms, List<Finding> findings) {
        boolean texted = letter.channel() == Channel.SMS;
        var cost = texted ? terms.prices().cost(spread.sizes(), terms.day()) : Prices.NONE.cost(Map.of(), terms.day());
        if (letter.text().isBlank()) findings.add(Finding.whole(Check.EMPTY));
        if (letter.channel() == Channel.PUSH) findings.addAll(PushLetter.check(letter));
        if (texted) findings.addAll(length(letter, measure, spread, terms));
        if (!cost.unpriced().isEmpty()) findings.add(Finding.whole(Check.NO_PRICE));
        findings.addAll(AdvertisingRules.check(letter, terms.sender()));
        findings.addAll(AdvertisingWords.links(letter.text()));
        if (letter.kind() == Kind.DISASTER) findings.addAll(DisasterRules.check(letter.text(), Medium.BROADCAST));
        findings.sort(Comparator.comparing(Finding::blocking).reversed());
        var pieces = terms.encoding().pieces(letter.text(), measure.text());
        return new Preview(letter.text(), pieces, measure, spread, cost, findings);
    }

    private static List<Finding> length(Letter letter, Measure measure, Spread spread, Terms terms) {
        var found = new ArrayList<Finding>();
        int filled = spread.rows() - spread.blocked();
        boolean all = spread.of(measure.size()) == filled;
        if (measure.size() == Size.TOO_LONG && all)
            found.add(Finding.at(
                    Check.TOO_LONG, measure.cut(), letter.text().length(), null, -measure.left(), measure.most()));
        int over = terms.encoding().bytes(letter.subject()) - terms.limits().subject();
        if (over > 0)
            found.add(Finding.whole(Check.SUBJECT_LONG, over, terms.limits().subject()));
        int more = measure.bytes() - terms.limits().sms();
        if (measure.size() == Size.LMS && !letter.titled() && more <= NEARLY)
            found.add(Finding.whole(Check.NEARLY_SMS, more));
        boolean everywhere = measure.text().marked() > 0 && spread.marked() == filled;
        if (everywhere || measure.subject().marked() > 0) found.add(Finding.whole(Check.MARKED, measure.marked()));
        if (measure.extended() > 0 && terms.encoding().repertoire() == Repertoire.CP949)
            found.add(Finding.whole(Check.EXTENDED, measure.extended()));
        return found;
    }

    /** What only some rows have keeps nobody else from getting his message. */
    private static List<Finding> rows(Spread spread) {
        var found = new ArrayList<Finding>();
        int rows = spread.rows();
        if (spread.sent() == 0) found.add(Finding.whole(Check.ROWS_NONE));
        if (spread.of(Size.SMS) > 0 && spread.of(Size.LMS) > 0)
            found.add(Finding.whole(Check.ROWS_LONGER, rows, spread.of(Size.LMS)));
        if (spread.of(Size.TOO_LONG) > 0) found.add(Finding.whole(Check.ROWS_TOO_LONG, rows, spread.of(Size.TOO_LONG)));
        if (spread.blocked() > 0) found.add(Finding.whole(Check.ROWS_BLOCKED, rows, spread.blocked()));
        if (spread.marked() > 0) found.add(Finding.whole(Check.ROWS_MARKED, rows, spread.marked()));
        return found;
    }

    /** Whether nothing keeps it from going out. */
    public boolean sendable() {
        return findings.stream().noneMatch(Finding::blocking);
    }
}
