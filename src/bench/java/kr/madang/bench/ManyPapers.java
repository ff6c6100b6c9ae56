package kr.madang.bench;

import java.util.List;
import java.util.UUID;

/** An office of 1,500 people with a million papers, written by the database itself; they carry no cards. */
final class ManyPapers {
    static final int PEOPLE = 1_500;
    static final int TEAMS = 50;
    private static final int STEP = 100_000;
    private static final List<String> TABLES = List.of("paper", "event", "seat", "register_entry");

    private ManyPapers() {}

    static Office office() {
        var office = Office.empty("inbox");
        var db = office.db();
        db.sql("""
                insert into accounts.account (id, login, name, team, title, extension, email, state, must_change, version,
                    made_at, made_by, changed_at, changed_by)
                select ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid, 'staff' || i, '직원 ' || i,
                    'team' || i % :teams, case when i % 30 = 0 then '과장' when i % 10 = 0 then '팀장' else '주무관' end,
                    '', '', 'ACTIVE', false, 0, now(), 'bench', now(), 'bench'
                from generate_series(0, :people - 1) i on conflict do nothing""").param("teams", TEAMS).param("people", PEOPLE).update();
        int there = db.sql("select count(*) from approvals.paper")
                .query(Integer.class)
                .single();
        if (there < Volume.PAPERS) fill(office, there);
        return office;
    }

    /** Indexes are made when the rows are there; the checks of the keys stay on. */
    private static void fill(Office office, int there) {
        var db = office.db();
        var indexes = db.sql("""
                select i.schemaname || '.' || i.indexname as name, i.indexdef as making from pg_indexes i
                where i.schemaname = 'approvals' and i.tablename = any(:tables) and not exists (
                    select from pg_constraint c where c.conindid = (i.schemaname || '.' || i.indexname)::regclass)
                    and i.indexdef not like '%UNIQUE%'""")
                .param("tables", TABLES.toArray(String[]::new))
                .query()
                .listOfRows();
        boolean many = Volume.PAPERS - there > STEP / 10;
        if (many)
            for (var index : indexes) db.sql("drop index " + index.get("name")).update();
        for (int from = there; from < Volume.PAPERS; from += STEP) {
            int to = Math.min(from + STEP, Volume.PAPERS) - 1;
            for (var sql : List.of(PAPERS, EVENTS, SEATS, NUMBERS))
                db.sql(sql).param("from", from).param("to", to).update();
            System.err.printf("문서 %,d건%n", to + 1);
        }
        if (many)
            for (var index : indexes)
                db.sql(String.valueOf(index.get("making"))).update();
        db.sql("analyze").update();
    }

    static UUID person(int n) {
        return new UUID(0x7000, 0x9000_0000_0000_0000L | n);
    }

    /** Paper i is drafted by i mod 1,500; three in a hundred, the newest, are on their way. */
    private static final String ROWS = """
            with n as (
                select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id,
                    ('00000000-0000-7000-9000-' || lpad(to_hex(i % 1500), 12, '0'))::uuid as drafter,
                    ('00000000-0000-7000-9000-' || lpad(to_hex((i * 7 + 1) % 1500), 12, '0'))::uuid as first,
                    ('00000000-0000-7000-9000-' || lpad(to_hex((i * 11 + 2) % 1500), 12, '0'))::uuid as second,
                    ('00000000-0000-7000-9000-' || lpad(to_hex((i * 13 + 3) % 1500), 12, '0'))::uuid as approver,
                    i % 33 = 0 as underway, timestamptz '2022-01-01' + i * interval '2 minutes' as at
                from generate_series(:from::bigint, :to::bigint) i)
            """;

    private static final String PAPERS = ROWS + """
            insert into approvals.paper (id, kind, task, title, summary, keywords, team, unit, drafter, drafter_name, approver,
                status, version, links, head, disclosure, grounds, closed_parts, unit_task, unit_task_title, retention,
                made_at, changed_at, submitted_at, approved_at)
            select id, 'GENERAL', '',
                (array['홍보물', '소식지', '보도자료', '행사', '누리집', '영상', '사진', '설문'])[1 + i % 8] || ' '
                    || (array['제작', '배포', '구입', '점검', '보수', '운영', '정비'])[1 + i % 7] || ' 계획 ' || i,
                '시험 문서 ' || i, '{홍보,계획}', 'team' || i % 1500 % 50, '0000001', drafter, '직원 ' || i % 1500, approver,
                case when underway then 'RUNNING' else 'APPROVED' end, 1, 0, repeat('0', 64), 'OPEN', '{}', '',
                'A0000001', '언론 홍보', 'YEARS_5', at, at + interval '1 hour', at + interval '1 minute',
                case when underway then null else at + interval '1 hour' end
            from n""";
    private static final String EVENTS = ROWS + """
            insert into approvals.event (paper, number, kind, who, role, at, version, hash, words)
            select id, e.number, e.kind, e.who, e.role, at + e.number * interval '1 minute', 1, repeat('0', 64), ''
            from n cross join lateral (values
                (1, 'DRAFTED', drafter, 'DRAFT', false), (2, 'SUBMITTED', drafter, 'DRAFT', false),
                (3, 'SIGNED', first, 'REVIEW', true), (4, 'SIGNED', second, 'REVIEW', true), (5, 'SIGNED', approver, 'APPROVE', true))
                as e(number, kind, who, role, late)
            where not (underway and late)""";
    private static final String SEATS = ROWS + """
            insert into approvals.seat (paper, account, duty, position, due, since)
            select id, s.account, s.duty, s.position, underway and s.position = 1, at
            from n cross join lateral (values (1, 'REVIEW', first), (2, 'REVIEW', second), (3, 'APPROVE', approver))
                as s(position, duty, account)
            on conflict do nothing""";
    private static final String NUMBERS = ROWS + """
            insert into approvals.register_entry (register, unit, year, serial, unit_name, paper, at)
            select 'PRODUCTION', '0000001', 2000, i + 1, '홍보미디어과', id, at from n where not underway""";
}
