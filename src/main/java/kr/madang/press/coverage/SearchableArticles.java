package kr.madang.press.coverage;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.search.Document;
import kr.madang.kernel.search.Searchable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles in the search of the house (기사 검색): headline, beginning, reporter; found by everybody who sees the room, but for those left out. */
@Component
class SearchableArticles implements Searchable {
    static final String KIND = "press.article";
    private static final String READERS = "press";
    private static final int PAGE = 500;

    private final JdbcClient db;

    SearchableArticles(JdbcClient db) {
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
        return "press.menu.coverage";
    }

    @Override
    public List<Facet> facets() {
        return List.of(
                new Facet("tier", "press.coverage.tier"),
                new Facet("outlet", "press.coverage.outlet.name"),
                new Facet("kind", "press.coverage.kind"));
    }

    @Override
    public List<Document> load(Collection<UUID> ids) {
        return db.sql(ArticleStore.SELECT + "where a.id = any(:ids::uuid[]) and a.left_out_at is null")
                .param("ids", ArticleStore.texts(List.copyOf(ids), id -> id))
                .query((row, n) -> document(ArticleStore.article(row, n)))
                .list();
    }

    @Override
    public void all(Consumer<List<Document>> page) {
        var last = new UUID(0, 0);
        while (true) {
            var articles = db.sql(ArticleStore.SELECT
                            + "where a.id > :last and a.left_out_at is null order by a.id limit :page")
                    .param("last", last)
                    .param("page", PAGE)
                    .query(ArticleStore::article)
                    .list();
            if (!articles.isEmpty())
                page.accept(articles.stream().map(SearchableArticles::document).toList());
            if (articles.size() < PAGE) return;
            last = articles.getLast().id();
        }
    }

    private static Document document(Article article) {
        var labels = new LinkedHashMap<String, List<String>>();
        var tier = article.tier();
        labels.put("tier", List.of(tier == null ? "press.coverage.homeless" : tier.code()));
        labels.put("outlet", List.of(article.outletName()));
        labels.put("kind", List.of(article.kind().code()));
        var text = String.join("\n", article.lead(), article.reporter(), article.programme());
        return new Document(
                article.id(),
                article.title(),
                text.strip(),
                Set.of(),
                labels,
                article.publishedAt(),
                "/desk/press/coverage/" + article.id(),
                Set.of(READERS));
    }

    @Override
    public Set<String> tokens(Actor by) {
        return by.may("press", Level.VIEW) ? Set.of(READERS) : Set.of();
    }

    @Override
    public Set<UUID> mayRead(Actor by, Collection<UUID> ids) {
        return by.may("press", Level.VIEW) ? new HashSet<>(ids) : Set.of();
    }
}
