package kr.madang.press.scrap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.Tier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the office wants its scrap (스크랩 설정): the rules, who gets it, and whether the clock publishes it. */
@Component
public class ScrapSettings {
    private static final int SHORT = 40;
    private static final int WORDS = 50;
    private static final int READERS = 1000;

    /**
     * The standing wish.
     *
     * @param byClock whether it is published at half past seven by itself
     * @param leaders whether of a group of reprints only the leading article comes in
     * @param without words that keep an article out, such as those of advertising
     * @param readers accounts it is delivered to
     */
    public record Wish(boolean byClock, boolean leaders, List<String> without, Set<UUID> readers) {}

    private final JdbcClient db;
    private final Trail trail;

    ScrapSettings(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    public Wish wish() {
        return db.sql("select by_clock, leaders, without, readers from press.scrap_setting")
                .query((row, n) -> new Wish(
                        row.getBoolean("by_clock"),
                        row.getBoolean("leaders"),
                        texts(row, "without"),
                        new HashSet<>(List.of((UUID[]) row.getArray("readers").getArray()))))
                .single();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    @Transactional
    public void wish(Actor by, Wish wish) {
        if (!by.may("press", Level.APPROVE)) throw new Refused(Refused.Reason.FORBIDDEN, "press.scrap.may");
        words(wish.without());
        if (wish.readers().size() > READERS) throw Refused.invalid("press.scrap.readers", READERS);
        db.sql(
                        "update press.scrap_setting set by_clock = :clock, leaders = :leaders, without = :without, readers = :readers")
                .param("clock", wish.byClock())
                .param("leaders", wish.leaders())
                .param("without", wish.without().toArray(String[]::new))
                .param("readers", wish.readers().stream().sorted().toArray(UUID[]::new))
                .update();
        trail.record(
                by,
                "press",
                "scrap.wish",
                "scrap:setting",
                Map.of(
                        "byClock",
                        wish.byClock(),
                        "leaders",
                        wish.leaders(),
                        "readers",
                        wish.readers().size()));
    }

    /** In the order in which they are asked. */
    public List<Rule> rules() {
        return db.sql(
                        "select id, name, section, words, without, tiers, own, position, active from press.scrap_rule order by position, id")
                .query((row, n) -> new Rule(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("section"),
                        texts(row, "words"),
                        texts(row, "without"),
                        Arrays.stream((String[]) row.getArray("tiers").getArray())
                                .map(Tier::valueOf)
                                .collect(Collectors.toSet()),
                        row.getBoolean("own"),
                        row.getInt("position"),
                        row.getBoolean("active")))
                .list();
    }

    public Rule rule(UUID id) {
        return rules().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.missing("press.scrap.rule.missing"));
    }

    /** A new one, or the one of that id. */
    @Transactional
    public void save(Actor by, Rule rule) {
        mayWork(by);
        if (rule.name().isBlank() || rule.name().length() > SHORT || rule.name().indexOf('\0') >= 0)
            throw Refused.invalid("press.scrap.rule.name", SHORT);
        if (rule.section().isBlank()
                || rule.section().length() > SHORT
                || rule.section().indexOf('\0') >= 0) throw Refused.invalid("press.scrap.section", SHORT);
        words(rule.words());
        words(rule.without());
        try {
            db.sql("""
                    insert into press.scrap_rule (id, name, section, words, without, tiers, own, position, active)
                    values (:id, :name, :section, :words, :without, :tiers, :own, :position, :active)
                    on conflict (id) do update set name = :name, section = :section, words = :words, without = :without,
                        tiers = :tiers, own = :own, position = :position, active = :active""")
                    .param("id", rule.id())
                    .param("name", rule.name().strip())
                    .param("section", rule.section().strip())
                    .param("words", rule.words().toArray(String[]::new))
                    .param("without", rule.without().toArray(String[]::new))
                    .param(
                            "tiers",
                            rule.tiers().stream().map(Tier::name).sorted().toArray(String[]::new))
                    .param("own", rule.own())
                    .param("position", rule.position())
                    .param("active", rule.active())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("press.scrap.rule.taken", rule.name());
        }
        trail.record(by, "press", "scrap.rule", "rule:" + rule.id(), Map.of("name", rule.name()));
    }

    @Transactional
    public void delete(Actor by, UUID id) {
        mayWork(by);
        var rule = rule(id);
        db.sql("delete from press.scrap_rule where id = :id").param("id", id).update();
        trail.record(by, "press", "scrap.rule.deleted", "rule:" + id, Map.of("name", rule.name()));
    }

    private static void words(List<String> words) {
        if (words.size() > WORDS
                || words.stream().anyMatch(w -> w.isBlank() || w.length() > SHORT || w.indexOf('\0') >= 0))
            throw Refused.invalid("press.scrap.words", WORDS, SHORT);
    }

    private static void mayWork(Actor by) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }
}
