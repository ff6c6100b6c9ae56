package kr.madang.approvals.dispatch.office;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.dispatch.SealMark;
import kr.madang.approvals.dispatch.Sending;
import kr.madang.approvals.dispatch.exchange.PacketReader;
import kr.madang.approvals.dispatch.exchange.Slip;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.Draw;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers of the demo office that went out in its year (시연 시행): between its two units, to agencies, and onto the homepage. */
@Component
class SeededDispatches {
    /** Which papers go where: a title's beginning, how many of them are passed over between two that go. */
    private enum Round {
        CONSULTED("홍보물 문안 협의(%", 75),
        INSTALLED("행정전화 이전 설치 처리(%", 115),
        RELEASED("보도자료 제공(%", 350),
        ANNOUNCED("구민 정보화교육 %월 교육생 모집 공고", 14),
        PUBLISHED("구정소식지 %월호 발행 계획", 60);

        private final String like;
        private final int pause;

        Round(String like, int pause) {
            this.like = like;
            this.pause = pause;
        }
    }

    private static final List<Recipient.Outside> AGENCIES = List.of(
            new Recipient.Outside("6110000", "가람시"),
            new Recipient.Outside("3110000", "이웃구"),
            new Recipient.Outside("7010057", "가람교육지원청"));

    /** A paper and when it was approved. */
    private record Due(Paper.Id paper, UUID drafter, Round round, Instant approved) {}

    private final Dispatches dispatches;
    private final DeliveryStore deliveries;
    private final Units units;
    private final Outbox outbox;
    private final Agencies agencies;
    private final Accounts accounts;
    private final OfficeName office;
    private final JdbcClient db;

    SeededDispatches(
            Dispatches dispatches,
            DeliveryStore deliveries,
            Units units,
            Outbox outbox,
            Agencies agencies,
            Accounts accounts,
            OfficeName office,
            JdbcClient db) {
        this.dispatches = dispatches;
        this.deliveries = deliveries;
        this.units = units;
        this.outbox = outbox;
        this.agencies = agencies;
        this.accounts = accounts;
        this.office = office;
        this.db = db;
    }

    /** What goes out in the year, first what was approved first. */
    Year year(int year, Draw draw) {
        for (var agency : AGENCIES) agencies.set(Actor.SYSTEM, agency.code(), agency.name(), Agencies.Way.HAND);
        var due = new ArrayList<Due>();
        for (var round : Round.values()) {
            var all = approved(round, year);
            for (int i = 0; i < all.size(); i += round.pause) due.add(all.get(i));
        }
        due.sort(Comparator.comparing(Due::approved));
        return new Year(new ArrayDeque<>(due), draw);
    }

    private List<Due> approved(Round round, int year) {
        return db.sql("""
            select p.id, p.drafter, p.approved_at from approvals.paper p
            where p.status = 'APPROVED' and p.disclosure = 'OPEN' and p.title like :like
                and p.approved_at >= make_timestamptz(:year, 1, 1, 0, 0, 0, 'Asia/Seoul')
                and p.approved_at < make_timestamptz(:year, 12, 30, 0, 0, 0, 'Asia/Seoul')
            order by p.approved_at, p.id\
            """)
                .param("like", round.like)
                .param("year", year)
                .query((row, n) -> new Due(
                        new Paper.Id(row.getObject("id", UUID.class)),
                        row.getObject("drafter", UUID.class),
                        round,
                        row.getObject("approved_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list();
    }

    /** The papers of one year that have not gone out yet. */
    final class Year {
        private final Deque<Due> due;
        private final Draw draw;
        private int sent;
        private int packages;

        private Year(Deque<Due> due, Draw draw) {
            this.due = due;
            this.draw = draw;
        }

        int sent() {
            return sent;
        }

        /** Sends what was approved until the day. @return documents that arrived in a unit by that */
        List<Arrived> until(LocalDate day) {
            var arrived = new ArrayList<Arrived>();
            while (!due.isEmpty()
                    && !LocalDate.ofInstant(due.getFirst().approved(), Letters.SEOUL)
                            .isAfter(day)) {
                var next = due.removeFirst();
                var at = next.approved().plusSeconds(60L * draw.between(3, 25));
                send(next, at);
                sent++;
                db.sql("select id, unit from approvals.receipt where delivery in "
                                + "(select id from approvals.delivery where paper = :paper)")
                        .param("paper", next.paper())
                        .query((row, n) -> new Arrived(row.getObject("id", UUID.class), row.getString("unit"), at))
                        .optional()
                        .ifPresent(arrived::add);
            }
            return arrived;
        }

        private void send(Due next, Instant at) {
            var clock = Clock.fixed(at, Letters.SEOUL);
            var by = actor(next.drafter());
            var verbs = dispatches.at(clock);
            var to = recipient(next.round(), by);
            var mark = to instanceof Recipient.Outside ? SealMark.SEAL : SealMark.OMITTED;
            var id = verbs.send(by, next.paper(), new Sending("", office.sender(), mark, false, List.of(to), ""));
            outbox.at(clock).hurry(id);
            if (to instanceof Recipient.Outside agency) taken(by, id, agency, at);
        }

        private Recipient recipient(Round round, Actor by) {
            return switch (round) {
                case CONSULTED, INSTALLED -> neighbor(by);
                case RELEASED -> draw.pick(AGENCIES);
                case ANNOUNCED, PUBLISHED -> new Recipient.Homepage();
            };
        }

        /** The package is taken there, and mostly its arrival is told. */
        private void taken(Actor by, Sent.Id id, Recipient.Outside agency, Instant at) {
            var row = deliveries.ofSending(id.value()).getFirst();
            var later = at.plusSeconds(60L * draw.between(20, 90));
            var zip = dispatches
                    .at(Clock.fixed(later, Letters.SEOUL))
                    .take(by, row.delivery().id());
            // of some nobody has told yet
            if (packages++ % 3 == 2) return;
            var told = later.plusSeconds(60L * draw.between(30, 240));
            var slip = new Slip(
                    PacketReader.read(zip.bytes()).packet().id(),
                    zip.manifest(),
                    agency.name(),
                    "총무과-" + draw.between(100, 9_999),
                    told);
            dispatches.at(Clock.fixed(told.plusSeconds(600), Letters.SEOUL)).confirm(by, slip.write());
        }
    }

    /** A document that arrived in a unit. */
    record Arrived(UUID receipt, String unit, Instant at) {}

    private Recipient neighbor(Actor by) {
        var own = units.of(by.team()).code();
        return units.all().stream()
                .filter(unit -> !unit.code().equals(own))
                .findFirst()
                .<Recipient>map(unit -> new Recipient.Inside(unit.code(), unit.name()))
                .orElseGet(() -> AGENCIES.getFirst());
    }

    private Actor actor(UUID id) {
        var account = accounts.find(new Account.Id(id)).orElseThrow();
        return new Actor(id, account.login(), account.name(), account.team(), Map.of("approvals", Level.WORK));
    }
}
