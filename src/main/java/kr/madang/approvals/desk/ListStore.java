package kr.madang.approvals.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.RegisterNumber;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of lists of papers: inboxes, own papers, search, looks. */
@Repository
class ListStore {
    private static final Keyset<InboxItem> LONGEST = Keyset.<InboxItem>of("inbox")
            .ascending("s.since", Instant.class, InboxItem::since)
            .ascending("s.paper", UUID.class, item -> item.paper().value())
            .ascending("s.duty", String.class, item -> item.duty().name());
    private static final Keyset<PaperItem> CHANGED = Keyset.<PaperItem>of("drafts")
            .descending("p.changed_at", Instant.class, PaperItem::changedAt)
            .descending("p.id", UUID.class, item -> item.paper().value());
    private static final Keyset<PaperItem> NEWEST = Keyset.<PaperItem>of("papers")
            .descending("p.made_at", Instant.class, PaperItem::madeAt)
            .descending("p.id", UUID.class, item -> item.paper().value());

    private static final String ITEM = """
            select p.id, p.title, p.summary, p.kind, p.status, p.team, p.drafter_name, p.disclosure,
                coalesce(p.subject_room, '') as room, p.made_at, p.changed_at, p.approved_at,
                coalesce(n.unit_name || '-' || n.serial, '') as number
            from approvals.paper p
            left join approvals.register_entry n on n.paper = p.id and n.register = 'PRODUCTION'
            """;

    private static final String MATCHING = """
             where p.status <> 'DISCARDED' and (:team_code = '' or p.team = :team_code) and (:unit = '' or p.unit = :unit)
                and (:kind::text is null or p.kind = :kind) and (:status::text is null or p.status = :status)
                and (:from::timestamptz is null or p.made_at >= :from) and (:to::timestamptz is null or p.made_at < :to)
                and (:like = '%%' or lower(p.title) like :like or lower(p.summary) like :like
                    or exists (select from unnest(p.keywords) k where lower(k) like :like))
                and (:serial = 0 or p.id in (
                    select paper from approvals.register_entry
                    where register = 'PRODUCTION' and unit_name = :unit_name and serial = :serial))
                and\s""";

    private static final String URGED = """
            exists (
                select from approvals.reminder r where r.paper = s.paper and r.account = s.account
                    and r.told is not null and r.at >= s.since) and\s""";

    private final JdbcClient db;

    ListStore(JdbcClient db) {
        this.db = db;
    }

    /** @param urged only those their people were reminded of */
    Slice<InboxItem> due(
            UUID me, List<UUID> absent, @Nullable Duty duty, boolean urged, @Nullable String cursor, int size) {
        return LONGEST.slice(cursor, size, (where, tail, keys) -> db.sql("""
                        select s.duty, s.account, s.since, p.id, p.title, p.summary, p.kind, p.status, p.team,
                            p.drafter_name, coalesce(p.subject_room, '') as room
                        from approvals.seat s join approvals.paper p on p.id = s.paper
                        where s.due and (s.account = :me or (s.account = any(:absent)
                            and s.duty not in ('REPORT', 'READ') and p.drafter <> :me))
                            and (:duty::text is null or s.duty = :duty) and\s""" + (urged ? URGED : "") + where + tail)
                .param("me", me)
                .param("absent", absent.toArray(UUID[]::new))
                .param("duty", duty)
                .params(keys)
                .query(ListStore::waiting)
                .list());
    }

    long urged(UUID me, List<UUID> absent) {
        return db.sql("""
                select count(*) from approvals.seat s join approvals.paper p on p.id = s.paper
                where s.due and (s.account = :me or (s.account = any(:absent)
                    and s.duty not in ('REPORT', 'READ') and p.drafter <> :me)) and\s""" + URGED + "true")
                .param("me", me)
                .param("absent", absent.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    Map<Duty, Long> counts(UUID me, List<UUID> absent) {
        var counts = new EnumMap<Duty, Long>(Duty.class);
        for (var duty : Duty.values()) counts.put(duty, 0L);
        waiting(me, absent, Instant.EPOCH).forEach(waits -> counts.put(waits.duty(), waits.count()));
        return counts;
    }

    List<Inbox.Waits> waiting(UUID me, List<UUID> absent, Instant late) {
        return db
                .sql("""
                select s.duty, count(*) as many, count(*) filter (where s.since < :late) as late
                from approvals.seat s join approvals.paper p on p.id = s.paper
                where s.due and (s.account = :me or (s.account = any(:absent)
                    and s.duty not in ('REPORT', 'READ') and p.drafter <> :me))
                group by s.duty""")
                .param("me", me)
                .param("absent", absent.toArray(UUID[]::new))
                .param("late", late)
                .query((row, n) ->
                        new Inbox.Waits(Duty.valueOf(row.getString("duty")), row.getLong("many"), row.getLong("late")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Inbox.Waits::duty))
                .toList();
    }

    long lying(UUID me) {
        return db.sql("""
                select count(*) from approvals.paper p where p.drafter = :me and p.successor is null
                    and p.status in ('DRAFTING', 'WITHDRAWN', 'RETURNED')""").param("me", me).query(Long.class).single();
    }

    Slice<PaperItem> mine(UUID me, boolean lying, @Nullable String cursor, int size) {
        return CHANGED.slice(cursor, size, (where, tail, keys) -> db.sql(ITEM + """
                         where p.drafter = :me and p.status <> 'DISCARDED' and (not :lying or (p.successor is null
                            and p.status in ('DRAFTING', 'WITHDRAWN', 'RETURNED'))) and\s""" + where + tail)
                .param("me", me)
                .param("lying", lying)
                .params(keys)
                .query(ListStore::item)
                .list());
    }

    Slice<PaperItem> find(PaperQuery query, Map<String, Object> reader, @Nullable String cursor, int size) {
        var number = printed(query.number());
        var like = "%" + query.text().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql(
                        ITEM + MATCHING + Access.READABLE + " and " + where + tail)
                .param("team_code", query.team())
                .param("unit", query.unit())
                .param("kind", query.kind())
                .param("status", query.status())
                .param("from", start(query.from()))
                .param("to", start(query.to() == null ? null : query.to().plusDays(1)))
                .param("like", like)
                .param("serial", number == null ? 0L : number.serial())
                .param("unit_name", number == null ? "" : number.unit())
                .params(reader)
                .params(keys)
                .query(ListStore::item)
                .list());
    }

    private static RegisterNumber.@Nullable Printed printed(String number) {
        if (number.isEmpty()) return null;
        try {
            return RegisterNumber.parse(number);
        } catch (Refused refused) {
            // what is no number finds nothing
            return new RegisterNumber.Printed("", -1);
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(OfficeRoster.SEOUL).toInstant();
    }

    /** The papers of a subject of another room, newest first. */
    Stream<UUID> ofSubject(String room, String ref, String task) {
        return db.sql("""
                select id from approvals.paper where subject_room = :room and subject_ref = :ref and task = :task
                order by made_at desc, id desc limit 1""").param("room", room).param("ref", ref).param("task", task).query(UUID.class).list().stream();
    }

    private static InboxItem waiting(ResultSet row, int n) throws SQLException {
        return new InboxItem(
                new Paper.Id(row.getObject("id", UUID.class)),
                Duty.valueOf(row.getString("duty")),
                Person.of(row.getObject("account", UUID.class)),
                PaperStore.instant(row, "since"),
                row.getString("title"),
                row.getString("summary"),
                DocumentKind.valueOf(row.getString("kind")),
                Status.valueOf(row.getString("status")),
                row.getString("team"),
                row.getString("drafter_name"),
                row.getString("room"));
    }

    private static PaperItem item(ResultSet row, int n) throws SQLException {
        var approved = row.getObject("approved_at", OffsetDateTime.class);
        return new PaperItem(
                new Paper.Id(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("summary"),
                DocumentKind.valueOf(row.getString("kind")),
                Status.valueOf(row.getString("status")),
                row.getString("team"),
                row.getString("drafter_name"),
                row.getString("number"),
                Disclosure.Kind.valueOf(row.getString("disclosure")),
                row.getString("room"),
                PaperStore.instant(row, "made_at"),
                PaperStore.instant(row, "changed_at"),
                approved == null ? null : approved.toInstant());
    }
}
