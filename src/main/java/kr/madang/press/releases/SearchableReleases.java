package kr.madang.press.releases;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.search.Document;
import kr.madang.kernel.search.Searchable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets releases be found by those who work with them (보도자료 검색), by what their newest version says. */
@Component
class SearchableReleases implements Searchable {
    static final String KIND = "press.release";
    private static final String TOKEN = "press";
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PORTION = 300;
    private static final String SELECT = """
            select r.id, r.serial, r.year, r.number, r.withdrawn_at, v.state, v.title, v.subtitle, v.text, v.facts, v.unit,
                coalesce(v.released_at, v.changed_at) as at
            from press.release r join press.release_version v on v.release = r.id
                and v.version = (select max(n.version) from press.release_version n where n.release = r.id)
            """;

    private final JdbcClient db;

    SearchableReleases(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String room() {
        return "press";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "press.menu.releases";
    }

    @Override
    public List<Facet> facets() {
        return List.of(new Facet("state", "press.field.state"), new Facet("unit", "press.field.unit"));
    }

    @Override
    public List<Document> load(Collection<UUID> ids) {
        return db.sql(SELECT + "where r.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> document(row))
                .list();
    }

    @Override
    public void all(Consumer<List<Document>> page) {
        var after = FIRST;
        while (true) {
            var found = db.sql(SELECT + "where r.id > :after order by r.id limit :portion")
                    .param("after", after)
                    .param("portion", PORTION)
                    .query((row, n) -> document(row))
                    .list();
            if (!found.isEmpty()) page.accept(found);
            if (found.size() < PORTION) return;
            after = found.getLast().id();
        }
    }

    private static Document document(java.sql.ResultSet row) throws java.sql.SQLException {
        var number = ReleaseStore.number(row);
        var state =
                row.getObject("withdrawn_at") == null ? row.getString("state").toLowerCase(Locale.ROOT) : "withdrawn";
        return new Document(
                row.getObject("id", UUID.class),
                row.getString("title"),
                String.join("\n", row.getString("subtitle"), row.getString("text"), row.getString("facts")),
                number.isEmpty() ? Set.of() : Set.of(number),
                Map.of("state", List.of("press.state." + state), "unit", List.of(row.getString("unit"))),
                ReleaseStore.at(row, "at"),
                "/desk/press/releases/" + row.getInt("serial"),
                Set.of(TOKEN));
    }

    @Override
    public Set<String> tokens(Actor by) {
        return by.may("press", Level.VIEW) ? Set.of(TOKEN) : Set.of();
    }

    @Override
    public Set<UUID> mayRead(Actor by, Collection<UUID> ids) {
        return by.may("press", Level.VIEW) ? new HashSet<>(ids) : Set.of();
    }
}
