package kr.madang.notices.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.wording.disaster.Grade;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Past alerts of the demo office (시연 재난 알림): those whose messages are among the sends of its years, one with its update and its
 * cancellation, and two drills. No send is added, for the figures of the sends count what went out.
 */
@Component
class AlertsSeed implements Seed {
    private static final Actor OFFICE =
            new Actor(Actor.SYSTEM.id(), "system", "홍보미디어과", "", Map.of("notices", Level.MANAGE));
    private static final Duration UNTIL = Duration.ofHours(12);

    private record Sent(int serial, String title, String text, String sender, Instant at) {}

    private final AlertStore store;
    private final WayStore ways;
    private final Accounts accounts;
    private final JdbcClient db;

    AlertsSeed(AlertStore store, WayStore ways, Accounts accounts, JdbcClient db) {
        this.store = store;
        this.ways = ways;
        this.accounts = accounts;
        this.db = db;
    }

    /** After the sends and the calls. */
    @Override
    public int order() {
        return 540;
    }

    @Override
    public String title() {
        return "재난 알림";
    }

    @Override
    public String sow(Draw draw) {
        var sent = sent();
        for (var one : sent) {
            var content =
                    content(one.title(), Grade.ADVISORY, hazard(one.title()), one.text(), residents(), one.sender());
            var alert = raised(draw, Alert.Type.ALERT, null, content, one.at());
            ways.insert(alert, new WayOut(Way.SMS, one.serial(), null, ""));
            ended(alert, Alert.Ending.EXPIRED, one.at().plus(UNTIL));
        }
        stream(draw);
        drill(draw, "2022-05-17T05:00:00Z", "[영등포구] 오늘 14시 구청 일대에서 지진 대피 훈련을 합니다. 책상 아래로 피하고 안내에 따라 운동장으로 나오세요.");
        drill(draw, "2023-04-11T01:00:00Z", "[영등포구] 오늘 10시 안양천에서 하천 범람 대피 훈련을 합니다. 안내에 따라 둔치에서 나오세요.");
        return "지난 발령 " + (sent.size() + 3) + "건, 훈련 2건";
    }

    private List<Sent> sent() {
        return db.sql("""
                select serial, title, text, sender, started_at from notices.send
                where kind = 'DISASTER' and channel = 'SMS' and started_at is not null
                order by started_at desc limit 5""")
                .query((row, n) -> new Sent(
                        row.getInt("serial"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("sender"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant()))
                .list()
                .reversed();
    }

    private static String hazard(String title) {
        for (var hazard : List.of("호우", "한파", "폭염", "대설", "산불")) if (title.contains(hazard)) return hazard;
        return "안전";
    }

    private static Whom residents() {
        return new Whom.Residents(Set.of());
    }

    private static AlertContent content(
            String headline, Grade grade, String hazard, String text, Whom whom, String sender) {
        return new AlertContent(
                headline,
                grade,
                hazard,
                AlertContent.Terms.of(grade, hazard),
                text,
                "",
                (int) UNTIL.toHours(),
                sender,
                sender.isEmpty() ? EnumSet.of(Way.BANNER) : EnumSet.of(Way.SMS, Way.BANNER),
                null,
                whom);
    }

    /** On the home page alone: closed, closed longer, opened again. */
    private void stream(Draw draw) {
        var at = Instant.parse("2022-08-09T00:10:00Z");
        var closed = "[영등포구] 오늘 09시부터 비로 물이 불어난 안양천과 도림천 산책로를 통제합니다. 안에 계신 분은 즉시 밖으로 나오시기 바랍니다.";
        var first = raised(draw, Alert.Type.ALERT, null, path("하천 산책로 통제", Grade.URGENT, closed), at);
        var longer = "[영등포구] 안양천과 도림천 산책로 통제를 오늘 밤까지 이어 갑니다. 물이 빠진 뒤에도 들어가지 마시기 바랍니다.";
        var later = at.plus(Duration.ofHours(6));
        var second = raised(draw, Alert.Type.UPDATE, first.id(), path("하천 산책로 통제 연장", Grade.URGENT, longer), later);
        ended(first, Alert.Ending.UPDATED, later);
        var open = "[영등포구] 오늘 22시 안양천과 도림천 산책로 통제가 풀렸습니다. 흙이 남아 미끄러우니 천천히 걸으세요.";
        var end = at.plus(Duration.ofHours(13));
        var third = raised(draw, Alert.Type.CANCEL, second.id(), path("하천 산책로 통제 해제", Grade.ADVISORY, open), end);
        ended(second, Alert.Ending.CANCELLED, end);
        ended(third, Alert.Ending.EXPIRED, end.plus(UNTIL));
    }

    private static AlertContent path(String headline, Grade grade, String text) {
        var dongs = new Whom.Residents(Set.of("문래동", "양평1동", "양평2동", "도림동"));
        return content(headline, grade, "하천", text, dongs, "");
    }

    private void drill(Draw draw, String at, String text) {
        var staff = new Whom.Staff(Set.of(account("planning"), account("press"), account("clerk")));
        var content = content("대피 훈련", Grade.ADVISORY, "훈련", text, staff, "");
        var alert = raised(draw, Alert.Type.ALERT, null, content, Instant.parse(at));
        ended(alert, Alert.Ending.EXPIRED, Instant.parse(at).plus(UNTIL));
    }

    private UUID account(String login) {
        return accounts.findByLogin(login).orElseThrow().id().value();
    }

    /** Out on the home page at least. */
    private Alert raised(Draw draw, Alert.Type type, @Nullable UUID previous, AlertContent content, Instant at) {
        int serial = store.nextSerial();
        var id = draw.id(at);
        int year = at.atZone(Calendar.SEOUL).getYear();
        store.insert(
                id,
                serial,
                "MADANG-%d-%06d".formatted(year, serial),
                type,
                previous,
                content,
                OFFICE,
                at.minus(Duration.ofMinutes(20)));
        var number = "홍보미디어과-" + (3_000 + serial * 11);
        db.sql("update notices.alert set seal = :seal, number = :number where id = :id")
                .param("seal", AlertSeal.of(store.find(id).orElseThrow()))
                .param("number", number)
                .param("id", id)
                .update();
        store.raise(id, at, at.plus(UNTIL));
        var alert = store.find(id).orElseThrow();
        ways.insert(alert, WayOut.of(Way.BANNER));
        store.step(id, "drafted", "", OFFICE, at.minus(Duration.ofMinutes(20)));
        store.step(id, "asked", "", OFFICE, at.minus(Duration.ofMinutes(12)));
        store.step(id, "approved", number, OFFICE, at);
        store.step(id, "raised", "", Actor.SYSTEM, at);
        return alert;
    }

    private void ended(Alert alert, Alert.Ending ending, Instant at) {
        store.end(alert.id(), ending, at);
        store.step(alert.id(), "ended." + ending.name().toLowerCase(Locale.ROOT), "", Actor.SYSTEM, at);
    }
}
