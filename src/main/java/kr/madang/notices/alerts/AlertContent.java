package kr.madang.notices.alerts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.wording.Check;
import kr.madang.notices.wording.DisasterRules;
import kr.madang.notices.wording.Encoding;
import kr.madang.notices.wording.Finding;
import kr.madang.notices.wording.disaster.Grade;
import org.jspecify.annotations.Nullable;

/**
 * Everything of an alert that people decide about (발령 내용).
 *
 * @param hazard what it is, e.g. 호우
 * @param text what phones show, without the mark of a drill
 * @param detail more for the home page and e-mail; may be empty
 * @param hours how long it counts once it is out
 * @param sender registered number in digits; empty when no text message goes out
 * @param tree whom of the staff to call out; null for nobody
 */
public record AlertContent(
        String headline,
        Grade grade,
        String hazard,
        Terms terms,
        String text,
        String detail,
        int hours,
        String sender,
        Set<Way> ways,
        @Nullable UUID tree,
        Whom whom) {
    /** 훈련: no text of a drill leaves the house without it. */
    private static final String DRILL = "[훈련] ";

    /** The words other systems understand (CAP 코드값). */
    public record Terms(
            CapWord.Category category,
            CapWord.ResponseType response,
            CapWord.Urgency urgency,
            CapWord.Severity severity,
            CapWord.Certainty certainty) {
        /** What a grade usually means. */
        public static Terms of(Grade grade, String hazard) {
            var category = Hazards.category(hazard);
            return switch (grade) {
                case CRITICAL ->
                    new Terms(
                            category,
                            CapWord.ResponseType.SHELTER,
                            CapWord.Urgency.IMMEDIATE,
                            CapWord.Severity.EXTREME,
                            CapWord.Certainty.OBSERVED);
                case URGENT ->
                    new Terms(
                            category,
                            CapWord.ResponseType.AVOID,
                            CapWord.Urgency.IMMEDIATE,
                            CapWord.Severity.SEVERE,
                            CapWord.Certainty.LIKELY);
                case ADVISORY ->
                    new Terms(
                            category,
                            CapWord.ResponseType.PREPARE,
                            CapWord.Urgency.EXPECTED,
                            CapWord.Severity.MODERATE,
                            CapWord.Certainty.LIKELY);
            };
        }
    }

    /** What cannot stand in XML, in which other systems read it. */
    private static final Pattern UNREADABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final int HEADLINE = 60;
    private static final int HAZARD = 20;
    private static final int TEXT = 157;
    private static final int DETAIL = 1_000;
    private static final int WEEK = 168;

    public AlertContent {
        ways = Collections.unmodifiableSet(ways.isEmpty() ? EnumSet.noneOf(Way.class) : EnumSet.copyOf(ways));
        headline = headline.strip();
        text = text.strip();
        if (headline.isEmpty() || headline.length() > HEADLINE)
            throw Refused.invalid("notices.alert.headline", HEADLINE);
        if (hazard.isBlank() || hazard.length() > HAZARD) throw Refused.invalid("notices.alert.hazard", HAZARD);
        if (detail.length() > DETAIL) throw Refused.invalid("notices.alert.detail", DETAIL);
        if (hours < 1 || hours > WEEK) throw Refused.invalid("notices.alert.hours", WEEK);
        if (UNREADABLE.matcher(headline + hazard + text + detail).find())
            throw Refused.invalid("notices.send.unreadable");
        int marked = marked(whom, text).length();
        if (text.isEmpty() || marked > TEXT) throw Refused.invalid("notices.alert.text", TEXT, marked);
    }

    public boolean drill() {
        return whom.drill();
    }

    /** As it goes out. */
    public String said() {
        return marked(whom, text);
    }

    /** The headline as it goes out. */
    public String title() {
        return marked(whom, headline);
    }

    /** The longer words as they go out; empty when there are none. */
    public String more() {
        return detail.isBlank() ? "" : marked(whom, detail.strip());
    }

    private static String marked(Whom whom, String text) {
        return whom.drill() ? drill(text) : text;
    }

    /** The text of a drill, which begins with its mark and bears it once, wherever it was written. */
    public static String drill(String text) {
        return DRILL + text.replaceAll("\\[훈련]\\h*", "");
    }

    /** What an officer should look at before anybody is asked. */
    public List<Finding> findings() {
        return findings(said());
    }

    /** What an officer should know of a text as it goes out; characters phones cannot show go nowhere, for staff no more than for residents. */
    public static List<Finding> findings(String said) {
        var found = new ArrayList<>(DisasterRules.check(said, DisasterRules.Medium.BROADCAST));
        int marked = Encoding.USUAL.read(said).marked();
        if (marked > 0) found.add(new Finding(Check.MARKED, 0, 0, null, List.of(marked)));
        return List.copyOf(found);
    }

    public boolean goes(Way way) {
        return ways.contains(way);
    }
}
