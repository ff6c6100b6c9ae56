package kr.madang.approvals.demo;

import java.time.Instant;
import java.time.LocalDate;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.text.Amount;
import kr.madang.kernel.Korean;
import kr.madang.kernel.seed.Draw;
import org.jspecify.annotations.Nullable;

/** A topic with its blanks filled in, as the text of one paper (문서 본문). */
final class Wording {
    private static final String LETTERS = "가나다라";

    private final Topic topic;
    private final LocalDate day;
    private final String value;
    private final String won;
    private final String count;
    private final String date;

    /** @param amount in won; null when the matter has none */
    Wording(Topic topic, Draw draw, LocalDate day, @Nullable Long amount) {
        this.topic = topic;
        this.day = day;
        value = draw.pick(topic.values());
        won = amount == null ? "" : Amount.text(amount);
        count = String.valueOf(draw.between(3, 48));
        date = Korean.date(day.plusDays(draw.between(-3, 20)));
    }

    private String filled(String words) {
        return words.replace("{값}", value)
                .replace("{금액}", won)
                .replace("{건}", count)
                .replace("{날}", date)
                .replace("{월}", String.valueOf(day.getMonthValue()))
                .replace("{일}", day.getMonthValue() + "월 " + day.getDayOfMonth() + "일");
    }

    String title() {
        return filled(topic.title());
    }

    private String text() {
        var text = new StringBuilder("1. " + day.getYear() + "년 주요업무 시행계획과 관련입니다.\n2. " + topic.purpose());
        for (int i = 0; i < topic.lines().size(); i++)
            text.append("\n  ")
                    .append(LETTERS.charAt(i))
                    .append(". ")
                    .append(filled(topic.lines().get(i)));
        return text.append("  끝.").toString();
    }

    Version version(int number, Person by, Instant at) {
        return version(number, text(), by, at);
    }

    /** With one item more, as whoever reviewed it wanted it. */
    Version revised(int number, Person by, Instant at) {
        char letter = LETTERS.charAt(topic.lines().size());
        var text = text().replace("  끝.", "\n  " + letter + ". 검토 의견: 소관 부서와 일정을 다시 맞출 것  끝.");
        return version(number, text, by, at);
    }

    private Version version(int number, String text, Person by, Instant at) {
        var summary = title() + ". " + topic.purpose();
        return new Version(number, title(), text, summary, topic.keywords(), java.util.List.of(), by, at);
    }
}
