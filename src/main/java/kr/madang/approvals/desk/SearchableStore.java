package kr.madang.approvals.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Register;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.kernel.search.Document;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of papers as the search knows them. Who may find one is {@link Access#READABLE}, turned round: per paper instead of per reader. */
@Repository
class SearchableStore {
    static final String ME = "me:";
    static final String DUE = "due:";
    static final String TEAM = "team:";
    static final String AUDIT = "audit";

    /** Who is due is asked of all seats of the paper: an index of seats that are due leads to a person, and not to a paper. */
    private static final String PAPERS = """
            select p.id, p.title, p.summary, v.body, p.keywords, p.kind, p.status, p.team, u.name as unit, p.drafter,
                p.drafter_name, p.disclosure, coalesce(p.approved_at, p.submitted_at, p.made_at) as at,
                array(select n.register || '/' || n.year || '/' || n.serial || '/' || n.unit_name
                    from approvals.register_entry n where n.paper = p.id) as numbers,
                array(select s.account from approvals.seat s where s.paper = p.id and p.status <> 'WITHDRAWN'
                    and (s.duty <> 'READ' or p.status = 'APPROVED')) as seated,
                array(select case when s.due then s.account end from approvals.seat s where s.paper = p.id) as due,
                array(select e.who from approvals.event e where e.paper = p.id) as acted
            from approvals.paper p
            join approvals.unit u on u.code = p.unit
            join approvals.content_version v on v.paper = p.id and v.version = p.version
            where p.status <> 'DISCARDED' and\s""";

    private final JdbcClient db;

    SearchableStore(JdbcClient db) {
        this.db = db;
    }

    List<Document> load(Collection<UUID> ids) {
        return db.sql(PAPERS + "p.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(SearchableStore::document)
                .list();
    }

    List<Document> after(UUID last, int many) {
        return db.sql(PAPERS + "p.id > :last order by p.id limit " + many)
                .param("last", last)
                .query(SearchableStore::document)
                .list();
    }

    private static Document document(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var text = String.join(
                "\n",
                row.getString("summary"),
                row.getString("body"),
                String.join(" ", strings(row, "keywords")),
                row.getString("drafter_name"));
        var status = Status.valueOf(row.getString("status"));
        return new Document(
                id,
                row.getString("title"),
                text,
                numbers(row),
                labels(row, status),
                PaperStore.instant(row, "at"),
                "/desk/approvals/papers/" + id,
                readers(row, status));
    }

    private static java.util.Map<String, List<String>> labels(ResultSet row, Status status) throws SQLException {
        var labels = new LinkedHashMap<String, List<String>>();
        labels.put("status", List.of(status.title()));
        labels.put("kind", List.of(DocumentKind.valueOf(row.getString("kind")).title()));
        labels.put("unit", List.of(row.getString("unit")));
        var team = row.getString("team");
        if (!team.isEmpty()) labels.put("team", List.of("kernel.team." + team));
        return labels;
    }

    private static Set<String> readers(ResultSet row, Status status) throws SQLException {
        var readers = new HashSet<String>();
        readers.add(ME + row.getObject("drafter", UUID.class));
        if (status == Status.DRAFTING) return readers;
        readers.add(AUDIT);
        var team = row.getString("team");
        if (status == Status.APPROVED && !row.getString("disclosure").equals("CLOSED") && !team.isEmpty())
            readers.add(TEAM + team);
        for (var account : uuids(row, "seated")) readers.add(ME + account);
        for (var account : uuids(row, "acted")) readers.add(ME + account);
        for (var account : uuids(row, "due")) readers.add(DUE + account);
        return readers;
    }

    /** As they are printed: 홍보미디어과-1234 of the register, 제2026-12호 of its kind. */
    private static Set<String> numbers(ResultSet row) throws SQLException {
        var numbers = new HashSet<String>();
        for (var number : strings(row, "numbers")) {
            var parts = number.split("/", 4);
            long serial = Long.parseLong(parts[2]);
            if (parts[0].equals(Register.PRODUCTION.name())) numbers.add(parts[3] + "-" + serial);
            for (var kind : SecondNumber.Kind.values())
                if (kind.name().equals(parts[0]))
                    numbers.add(new SecondNumber(kind, Integer.parseInt(parts[1]), serial).text());
        }
        return numbers;
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray())
                .filter(Objects::nonNull)
                .toList();
    }
}
