package kr.madang.notices.sends;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.Korean;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Audience;
import kr.madang.notices.wording.Price;
import kr.madang.notices.wording.SenderNumber;
import kr.madang.notices.wording.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sows the sends of the demo office: terms, templates, and 137 past sends, the newest with all their rows. */
@Component
class SendsSeed implements Seed {
    private static final String SENDER = "07000001200";
    private static final Actor OFFICE =
            new Actor(Actor.SYSTEM.id(), "system", "홍보미디어과", "", java.util.Map.of("notices", Level.MANAGE));
    /** Whom the sends of the newest year were for: parts of the district, so that a demo office opens quickly. */
    private static final List<String> DONGS =
            List.of("당산1동", "당산2동", "문래동", "여의동", "양평1동", "신길1동", "대림1동", "도림동", "영등포동", "신길6동");

    private final SendStore store;
    private final SeededRuns runs;
    private final SendTerms terms;
    private final Templates templates;
    private final JdbcClient db;

    SendsSeed(SendStore store, SeededRuns runs, SendTerms terms, Templates templates, JdbcClient db) {
        this.store = store;
        this.runs = runs;
        this.terms = terms;
        this.templates = templates;
        this.db = db;
    }

    /** After recipients and lines. */
    @Override
    public int order() {
        return 530;
    }

    @Override
    public String title() {
        return "알림 발송";
    }

    @Override
    public String sow(Draw draw) {
        terms();
        templates();
        // sown in this very minute, recipients would be looked for as if there were none
        db.sql("analyze notices.recipient, notices.contact, notices.consent").update();
        int rows = 0;
        int newest = 0;
        var plan = SeededPlan.all(draw);
        for (var past : plan) {
            boolean kept = past.rows() == 0;
            var content = content(past, kept ? audience(newest++) : Audience.everybody());
            int serial = store.insert(content, OFFICE, past.at().minus(Duration.ofDays(2)));
            life(serial, past, content);
            if (kept) rows += runs.rows(serial, content, past.at());
            else runs.counts(serial, past.rows());
        }
        return "발송 %d회, 남은 건별 결과 %s건".formatted(plan.size(), Korean.number(rows));
    }

    private static Audience audience(int newest) {
        var dong = List.of(DONGS.get(newest));
        return newest % 5 == 0
                ? Audience.of(dong, List.of(), List.of())
                : Audience.of(dong, List.of(AgeBand.SIXTIES, AgeBand.SEVENTIES), List.of());
    }

    private static Content content(SeededPlan.Past past, Audience audience) {
        var reason = past.kind() == Kind.DISASTER ? "재난 및 안전관리 기본법에 따른 안내" : "구정을 알리는 공익 안내";
        return new Content(
                past.title(),
                past.kind(),
                reason,
                past.channel(),
                "",
                past.text(),
                SENDER,
                audience.json(),
                audience.words(),
                "사무관리비 201-01",
                "",
                past.at(),
                null);
    }

    private void life(int serial, SeededPlan.Past past, Content content) {
        var at = past.at();
        int year = at.atZone(Calendar.SEOUL).getYear();
        var number = "홍보미디어과-" + (1_000 + serial * 7);
        db.sql("""
                update notices.send set state = 'STARTED', seal = :seal, tried = :tried, number = :number,
                    started_at = :at, changed_at = :at where serial = :serial""")
                .param("seal", Seal.of(content))
                .param("tried", Seal.words(content))
                .param("number", number)
                .param("at", at)
                .param("serial", serial)
                .update();
        // of older ones nobody kept how they came about
        if (year < SeededPlan.LAST) return;
        store.step(serial, "drafted", "", OFFICE, at.minus(Duration.ofDays(2)));
        store.step(serial, "asked", "", OFFICE, at.minus(Duration.ofDays(1)));
        store.step(serial, "approved", number, OFFICE, at.minus(Duration.ofHours(20)));
        store.step(serial, "started", "", Actor.SYSTEM, at);
    }

    private void terms() {
        terms.change(OFFICE, new OfficeTerms("영등포구청", "080-000-0000", Duration.ofMinutes(30), 3));
        terms.register(OFFICE, new SenderNumber(SENDER), "구청 대표", "통신서비스 이용증명원 2022-3호", LocalDate.of(2022, 1, 3));
        terms.register(OFFICE, new SenderNumber("07000004800"), "보건소", "통신서비스 이용증명원 2022-4호", LocalDate.of(2022, 1, 3));
        var since = LocalDate.of(2022, 1, 1);
        terms.agree(OFFICE, Price.of(Size.SMS, "8.8", since, null));
        terms.agree(OFFICE, Price.of(Size.LMS, "25.3", since, null));
        terms.agree(OFFICE, Price.of(Size.MMS, "66", since, null));
    }

    private void templates() {
        templates.create(
                OFFICE, "행사 안내", Kind.PUBLIC, Channel.SMS, "[영등포구] #{동} 주민께 알립니다. 이번 주 토요일 9시 안양천에서 걷기대회가 열립니다.");
        templates.create(
                OFFICE, "교통 통제", Kind.PUBLIC, Channel.SMS, "[영등포구] 행사로 여의서로 교통을 통제합니다. 대중교통을 이용해 주세요. 문의 02-0000-1200");
        templates.create(OFFICE, "세금 납부", Kind.PUBLIC, Channel.SMS, "[영등포구] 재산세 납부기한은 이달 말일입니다. 이택스나 가까운 은행에서 내 주세요.");
    }
}
