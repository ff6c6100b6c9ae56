package kr.madang.notices.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kr.madang.notices.cap.CapAlert;
import kr.madang.notices.cap.CapInfo;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.wording.disaster.Grade;

/** What an officer finds in the draft of an alert that came from elsewhere (받은 경보의 초안): as much of it as fits; the rest is for people to write. */
final class CapDraft {
    private static final int HEADLINE = 50;
    private static final int HAZARD = 20;
    private static final int TEXT = 150;
    private static final int DETAIL = 950;
    private static final long USUAL = 6;

    private CapDraft() {}

    /** @param sender registered number of the office; empty when there is none */
    static AlertContent of(CapAlert cap, List<String> dongs, String sender, Instant now) {
        var info = korean(cap.infos());
        var grade = grade(info.severity());
        boolean drill = cap.status() == CapWord.Status.EXERCISE;
        var whom = drill ? new Whom.Staff(Set.of()) : new Whom.Residents(named(info, dongs));
        var headline = plain(info.headline().isBlank() ? info.event() : info.headline());
        var text = plain(info.description().isBlank() ? headline : info.description());
        var detail = (plain(info.description()) + "\n" + plain(info.instruction())).strip();
        return new AlertContent(
                cut(headline, HEADLINE),
                grade,
                cut(plain(info.event()), HAZARD),
                new AlertContent.Terms(
                        info.categories().getFirst(),
                        info.responses().isEmpty()
                                ? CapWord.ResponseType.MONITOR
                                : info.responses().getFirst(),
                        info.urgency(),
                        info.severity(),
                        info.certainty()),
                cut(text, TEXT),
                detail.equals(text) && text.length() <= TEXT ? "" : cut(detail, DETAIL),
                hours(info, now),
                sender,
                EnumSet.of(Way.SMS, Way.BANNER),
                null,
                whom);
    }

    private static CapInfo korean(List<CapInfo> infos) {
        return infos.stream()
                .filter(i -> i.language().startsWith("ko"))
                .findFirst()
                .orElse(infos.getFirst());
    }

    private static Grade grade(CapWord.Severity severity) {
        return switch (severity) {
            case EXTREME -> Grade.CRITICAL;
            case SEVERE -> Grade.URGENT;
            case MODERATE, MINOR, UNKNOWN -> Grade.ADVISORY;
        };
    }

    /** The dongs the areas name; all of the district when they name none of it. */
    private static Set<String> named(CapInfo info, List<String> dongs) {
        var found = new TreeSet<String>();
        for (var area : info.areas())
            for (var dong : dongs)
                if (area.description().contains(dong)
                        || area.codes().stream().anyMatch(c -> c.value().equals(dong))) found.add(dong);
        return found;
    }

    private static int hours(CapInfo info, Instant now) {
        var expires = info.expires();
        if (expires == null) return (int) USUAL;
        long minutes = Duration.between(now, expires.toInstant()).toMinutes();
        return Math.clamp(Math.ceilDiv(minutes, 60), 1, 168);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
    }

    /** Never in the middle of a character of two parts. */
    private static String cut(String text, int most) {
        if (text.length() <= most) return text;
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
