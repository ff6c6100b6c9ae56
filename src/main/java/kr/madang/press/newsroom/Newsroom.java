package kr.madang.press.newsroom;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.files.StoredFile;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.press.releases.writing.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only door to releases from outside (보도자료실). Every question is asked as of this moment: what has not been let out by then, or was
 * withdrawn, does not exist here.
 */
@Component
public class Newsroom {
    private static final int MOST_WORDS = 100;
    private static final Keyset<Item> NEWEST = Keyset.<Item>of("newsroom")
            .descending("v.released_at", Instant.class, Item::releasedAt)
            .descending("v.release", UUID.class, Item::release);

    /** The newest version of each release that is out. */
    private static final String OUT = """
            from press.release r join press.release_version v on v.release = r.id
            where v.state = 'RELEASED' and v.released_at <= :now and r.withdrawn_at is null
                and not exists (select from press.release_version n
                    where n.release = r.id and n.version > v.version and n.state = 'RELEASED' and n.released_at <= :now)
            """;

    private static final String SELECT = """
            select v.release, r.year, r.number, v.version, v.title, v.subtitle, v.text, v.facts, v.unit, v.contact, v.embargo_at,
                v.change, v.released_at,
                (select min(f.released_at) from press.release_version f where f.release = r.id and f.state = 'RELEASED') as first_at
            """;

    private static final String WORDS = " and (:words = '' or v.title ilike :like or v.text ilike :like)";

    /** A picture anybody may take. */
    public record Picture(UUID id, String mediaType, long size, String caption, String credit, String rights) {}

    /** An older version, which is not shown any more. */
    public record Correction(int version, Instant at, String why) {}

    /** A release that was taken back. */
    public record Withdrawn(String number, Instant at, String why) {}

    private final JdbcClient db;
    private final Files files;
    private final Clock clock;

    Newsroom(JdbcClient db, Files files, Clock clock) {
        this.db = db;
        this.files = files;
        this.clock = clock;
    }

    public Slice<Item> page(String words, @Nullable String cursor, int size) {
        return NEWEST.slice(
                cursor, size, (where, tail, keys) -> asked(SELECT + OUT + WORDS + " and " + where + tail, words)
                        .params(keys)
                        .query(Newsroom::item)
                        .list());
    }

    public long count(String words) {
        return asked("select count(*) " + OUT + WORDS, words).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, String words) {
        var typed = words.strip();
        var cut = typed.length() > MOST_WORDS ? typed.substring(0, MOST_WORDS) : typed;
        var like = "%"
                + cut.replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                        .replace("\0", "") + "%";
        return db.sql(sql)
                .param("now", now())
                .param("words", cut.replace("\0", ""))
                .param("like", like);
    }

    public Optional<Item> find(String number) {
        var parts = number.split("-");
        return db.sql(SELECT + OUT + " and r.year = :year and r.number = :number")
                .param("now", now())
                .param("year", Integer.parseInt(parts[0]))
                .param("number", Integer.parseInt(parts[1]))
                .query(Newsroom::item)
                .optional();
    }

    /** One that was out and was taken back; its words are nobody's any more. */
    public Optional<Withdrawn> withdrawn(String number) {
        var parts = number.split("-");
        return db.sql("""
                select withdrawn_at, withdrawn_why from press.release
                where year = :year and number = :number and withdrawn_at is not null""")
                .param("year", Integer.parseInt(parts[0]))
                .param("number", Integer.parseInt(parts[1]))
                .query((row, n) -> new Withdrawn(number, at(row, "withdrawn_at"), row.getString("withdrawn_why")))
                .optional();
    }

    /** Why it was corrected, oldest first. */
    public List<Correction> corrections(Item item) {
        return db.sql("""
                select version, released_at, change from press.release_version
                where release = :release and version > 1 and state = 'RELEASED' and released_at <= :now order by version""")
                .param("release", item.release())
                .param("now", now())
                .query((row, n) ->
                        new Correction(row.getInt("version"), at(row, "released_at"), row.getString("change")))
                .list();
    }

    public List<Picture> pictures(Item item) {
        return db
                .sql("""
                select id, file, caption, credit, rights from press.release_photo
                where release = :release and version = :version order by place""")
                .param("release", item.release())
                .param("version", item.version())
                .query((row, n) -> Map.entry(
                        row.getObject("file", UUID.class),
                        new Picture(
                                row.getObject("id", UUID.class),
                                "",
                                0,
                                row.getString("caption"),
                                row.getString("credit"),
                                row.getString("rights"))))
                .list()
                .stream()
                .map(entry -> sized(entry.getValue(), files.get(entry.getKey())))
                .toList();
    }

    private static Picture sized(Picture picture, StoredFile file) {
        return new Picture(
                picture.id(), file.mediaType(), file.size(), picture.caption(), picture.credit(), picture.rights());
    }

    /** A picture of what is out now. */
    public StoredFile picture(Item item, UUID picture) {
        return db.sql("""
                select file from press.release_photo where id = :id and release = :release and version = :version""")
                .param("id", picture)
                .param("release", item.release())
                .param("version", item.version())
                .query(UUID.class)
                .optional()
                .map(files::get)
                .orElseThrow(() -> Refused.missing("press.photo.missing"));
    }

    /** The printed release that went out. @param form {@code pdf} or {@code hwpx} */
    public Optional<StoredFile> document(Item item, String form) {
        return db.sql("select pdf, hwpx from press.release_version where release = :release and version = :version")
                .param("release", item.release())
                .param("version", item.version())
                .query((row, n) -> Optional.ofNullable(row.getObject(form.equals("pdf") ? "pdf" : "hwpx", UUID.class)))
                .single()
                .map(files::get);
    }

    public InputStream open(StoredFile file) {
        return files.open(file);
    }

    /** Changes whenever what the public sees does; by it caches know whether what they have is still true. */
    public String state() {
        return db.sql(
                        "select count(*) || '-' || coalesce(max(v.released_at)::text, '') || '-' || coalesce((select max(withdrawn_at)::text from press.release), '') "
                                + OUT)
                .param("now", now())
                .query(String.class)
                .single();
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        var content = new Content(
                row.getString("title"),
                row.getString("subtitle"),
                row.getString("text"),
                row.getString("facts"),
                row.getString("unit"),
                row.getString("contact"),
                null,
                null,
                row.getString("change"));
        return new Item(
                row.getObject("release", UUID.class),
                row.getInt("year") + "-" + row.getInt("number"),
                row.getInt("version"),
                content,
                at(row, "first_at"),
                at(row, "released_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private Instant now() {
        return clock.instant();
    }
}
