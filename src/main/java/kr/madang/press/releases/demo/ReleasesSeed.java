package kr.madang.press.releases.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.press.releases.writing.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sows the releases of the demo office: 258 in the first five months of 2023, two or three on every working day, and some that are on their way. */
@Component
class ReleasesSeed implements Seed {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2023, 5, 31);
    private static final int RELEASES = 258;

    private final JdbcClient db;
    private final Workdays workdays;
    private final Set<String> titles = new HashSet<>();

    ReleasesSeed(JdbcClient db, Workdays workdays) {
        this.db = db;
        this.workdays = workdays;
    }

    /** After outlets, before coverage. */
    @Override
    public int order() {
        return 610;
    }

    @Override
    public String title() {
        return "보도자료";
    }

    @Override
    public String sow(Draw draw) {
        titles.clear();
        var days = FIRST.datesUntil(LAST.plusDays(1)).filter(workdays::works).toList();
        int number = 0;
        for (int i = 0; i < days.size(); i++) {
            int until = (int) Math.round((i + 1) * (double) RELEASES / days.size());
            while (number < until) released(draw, days.get(i), ++number);
        }
        db.sql("insert into press.release_number (year, number) values (2023, :number)")
                .param("number", number)
                .update();
        underway(draw);
        asked(draw);
        planned(draw);
        return "배포한 보도자료 " + number + "건, 쓰고 있는 것 3건, 부서 요청 3건";
    }

    private void released(Draw draw, LocalDate day, int number) {
        var content = content(draw, day);
        var at = day.atTime(9 + draw.between(0, 5), 5 * draw.between(0, 11))
                .atZone(SEOUL)
                .toInstant();
        var made =
                day.minusDays(1).atTime(14, draw.between(0, 59)).atZone(SEOUL).toInstant();
        var id = draw.id(made);
        db.sql("insert into press.release (id, year, number, made_at) values (:id, 2023, :number, :made)")
                .param("id", id)
                .param("number", number)
                .param("made", made)
                .update();
        version(draw, id, content, "RELEASED", made, at);
        step(id, "drafted", "", made);
        step(id, "submitted", "", made.plusSeconds(1_800));
        step(id, "approved", "홍보미디어과-" + (1_000 + number), at.minusSeconds(600));
        step(id, "released", "2023-" + number, at);
    }

    private void version(Draw draw, UUID id, Content content, String state, Instant made, @Nullable Instant released) {
        db.sql("""
                insert into press.release_version (release, version, state, edit, title, subtitle, text, facts, unit, contact,
                    embargo_at, change, author, author_name, made_at, changed_at, approval, approved_at, released_at)
                values (:id, 1, :state, 1, :title, :subtitle, :text, :facts, :unit, :contact,
                    :embargo, '', :author, '언론팀장', :made, :changed, :approval, :approved, :released)""")
                .param("id", id)
                .param("state", state)
                .param("title", content.title())
                .param("subtitle", content.subtitle())
                .param("text", content.text())
                .param("facts", content.facts())
                .param("unit", content.unit())
                .param("contact", content.contact())
                .param("embargo", content.embargo())
                .param("author", Actor.SYSTEM.id())
                .param("made", made)
                .param("changed", released == null ? made : released)
                .param("approval", released == null ? "" : "홍보미디어과-" + draw.between(1_000, 1_999))
                .param("approved", released == null ? null : released.minusSeconds(600))
                .param("released", released)
                .update();
    }

    private void step(UUID id, String act, String words, Instant at) {
        db.sql("""
                insert into press.release_step (release, version, act, words, by_id, by_name, at)
                values (:id, 1, :act, :words, :by, '언론팀장', :at)""")
                .param("id", id)
                .param("act", act)
                .param("words", words)
                .param("by", Actor.SYSTEM.id())
                .param("at", at)
                .update();
    }

    /** No two releases have one title. */
    private Content content(Draw draw, LocalDate day) {
        while (true) {
            var subject = draw.pick(Subject.ALL);
            var dong = draw.pick(Subject.DONGS);
            int count = draw.between(3, 30);
            var title = subject.filled(subject.title(), dong, count, day.getMonthValue());
            if (titles.add(title)) return content(draw, subject, title, dong, count, day);
        }
    }

    private static Content content(Draw draw, Subject subject, String title, String dong, int count, LocalDate day) {
        int month = day.getMonthValue();
        var text = String.join(
                "\n\n",
                subject.filled(subject.plan(), dong, count, month) + " " + Sentences.before(draw, dong, day),
                subject.filled(subject.detail(), dong, count, month) + " " + Sentences.middle(draw, dong, day),
                "영등포구청장은 “" + subject.quote() + ". " + Sentences.tail(draw) + "”라고 말했다.",
                Sentences.after(draw, dong, day));
        var facts = "장소: " + dong + " 일대\n규모: " + count + "\n문의: " + subject.unit();
        var contact = draw.name() + " " + draw.extension();
        return new Content(title, subject.deck(), text, facts, subject.unit(), contact, null, null, "");
    }

    // ------------------------------------------------------------------ what lies on the desk

    private void underway(Draw draw) {
        var day = LocalDate.of(2023, 6, 1);
        var at = day.atTime(10, 20).atZone(SEOUL).toInstant();
        for (var state : List.of("DRAFT", "REVIEW", "RETURNED")) {
            var id = draw.id(at);
            db.sql("insert into press.release (id, made_at) values (:id, :at)")
                    .param("id", id)
                    .param("at", at)
                    .update();
            version(draw, id, content(draw, day), state, at, null);
            step(id, "drafted", "", at);
            if (state.equals("REVIEW")) step(id, "submitted", "", at.plusSeconds(900));
            if (state.equals("RETURNED")) step(id, "returned", "행사 일시를 다시 확인해 주십시오.", at.plusSeconds(5_400));
        }
    }

    private void asked(Draw draw) {
        var wishes = new ArrayList<>(
                List.of("구립도서관 야간 개관 시간을 밤 11시까지 늘립니다", "어린이 교통안전 체험 교실 참가자를 모집합니다", "전통시장 여름 야시장을 엽니다"));
        var units = List.of("교육지원과", "교통행정과", "일자리경제과");
        for (int i = 0; i < wishes.size(); i++) {
            var at = LocalDate.of(2023, 5, 30).atTime(11, 10 * i).atZone(SEOUL).toInstant();
            db.sql("""
                    insert into press.release_request (id, unit, contact, subject, facts, wanted_on, state, by_id, by_name, at)
                    values (:id, :unit, :contact, :subject, :facts, :wanted, 'OPEN', :by, :name, :at)""")
                    .param("id", draw.id(at))
                    .param("unit", units.get(i))
                    .param("contact", draw.name() + " " + draw.extension())
                    .param("subject", wishes.get(i))
                    .param("facts", wishes.get(i) + ".\n일시와 장소는 붙임 계획서와 같으며, 예산은 확보했습니다.")
                    .param("wanted", LocalDate.of(2023, 6, 5).plusDays(i))
                    .param("by", Actor.SYSTEM.id())
                    .param("name", units.get(i))
                    .param("at", at)
                    .update();
        }
    }

    private void planned(Draw draw) {
        var at = LocalDate.of(2023, 5, 24).atTime(15, 0).atZone(SEOUL).toInstant();
        var plans = List.of(
                List.of("다문화 이웃과 함께하는 대림동", "대림동의 하루를 따라가는 현장 이야기", "자치행정과", "OFFERED"),
                List.of("안양천에 돌아온 새들", "시민 관찰단의 한 해 기록", "공원녹지과", "PLANNED"),
                List.of("문래동 철공소와 예술가", "오래된 기술과 새 일감이 만나는 골목", "문화체육과", "PRINTED"));
        for (var plan : plans)
            db.sql("""
                    insert into press.feature (id, month, subject, angle, unit, state, edit, by_name, changed_at)
                    values (:id, :month, :subject, :angle, :unit, :state, 1, '언론팀장', :at)""")
                    .param("id", draw.id(at))
                    .param("month", LocalDate.of(2023, 6, 1))
                    .param("subject", plan.get(0))
                    .param("angle", plan.get(1))
                    .param("unit", plan.get(2))
                    .param("state", plan.get(3))
                    .param("at", at)
                    .update();
    }
}
