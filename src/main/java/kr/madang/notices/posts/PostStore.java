package kr.madang.notices.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.news.NewPost;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of alerts of new posts. */
@Repository
class PostStore {
    private static final Keyset<PostItem> NEWEST =
            Keyset.<PostItem>of("posts").descending("i.id", UUID.class, PostItem::id);
    private static final String COLUMNS = "id, room, desk, title, link, at, told_at, how";

    private final JdbcClient db;

    PostStore(JdbcClient db) {
        this.db = db;
    }

    // ------------------------------------------------------------------ wishes

    Optional<Wish> wish(UUID account) {
        var desks =
                Set.copyOf(db.sql("select room || '.' || desk from notices.post_subscription where account = :account")
                        .param("account", account)
                        .query(String.class)
                        .list());
        return db.sql("select sms, email, days, from_hour, to_hour from notices.post_reader where account = :account")
                .param("account", account)
                .query((row, n) -> new Wish(
                        desks,
                        row.getBoolean("sms"),
                        row.getBoolean("email"),
                        new Hours(Hours.days(row.getInt("days")), row.getInt("from_hour"), row.getInt("to_hour"))))
                .optional();
    }

    void keep(UUID account, Wish wish, Instant at) {
        db.sql("""
                insert into notices.post_reader (account, sms, email, days, from_hour, to_hour, changed_at)
                values (:account, :sms, :email, :days, :from, :to, :at)
                on conflict (account) do update set sms = :sms, email = :email, days = :days, from_hour = :from,
                    to_hour = :to, changed_at = :at""")
                .param("account", account)
                .param("sms", wish.sms())
                .param("email", wish.email())
                .param("days", wish.hours().bits())
                .param("from", wish.hours().from())
                .param("to", wish.hours().to())
                .param("at", at)
                .update();
        db.sql("delete from notices.post_subscription where account = :account")
                .param("account", account)
                .update();
        for (var desk : wish.desks()) {
            int dot = desk.indexOf('.');
            db.sql("insert into notices.post_subscription (account, room, desk) values (:account, :room, :desk)")
                    .param("account", account)
                    .param("room", desk.substring(0, dot))
                    .param("desk", desk.substring(dot + 1))
                    .update();
        }
    }

    /** Who reads which desk. */
    Map<String, Set<UUID>> readers() {
        var readers = new HashMap<String, Set<UUID>>();
        db.sql("select room || '.' || desk as key, account from notices.post_subscription")
                .query(row -> {
                    readers.computeIfAbsent(row.getString("key"), _ -> new HashSet<>())
                            .add(row.getObject("account", UUID.class));
                });
        return readers;
    }

    List<UUID> readers(String room, String desk) {
        return db.sql("select account from notices.post_subscription where room = :room and desk = :desk")
                .param("room", room)
                .param("desk", desk)
                .query(UUID.class)
                .list();
    }

    // ------------------------------------------------------------------ items

    /** For all of them at once, in one order, so that two posts for the same people never wait for each other in a circle. */
    void keep(Collection<UUID> accounts, NewPost post, Instant now) {
        db.sql("""
                insert into notices.post_item (id, account, room, desk, title, link, at, kept_at)
                select id, account, :room, :desk, :title, :link, :at, :now
                from unnest(:ids::uuid[], :accounts::uuid[]) as r (id, account) order by account on conflict do nothing""")
                .param("ids", accounts.stream().map(account -> Id.next(now)).toArray(UUID[]::new))
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("room", post.room())
                .param("desk", post.desk())
                .param("title", post.title())
                .param("link", post.link())
                .param("at", post.at())
                .param("now", now)
                .update();
    }

    /** Officers with something that waits since then, by account. */
    List<UUID> due(Instant keptBefore, UUID after, int limit) {
        return db.sql("""
                select distinct account from notices.post_item
                where told_at is null and kept_at <= :before and account > :after order by account limit :limit""")
                .param("before", keptBefore)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Takes everything that waits for somebody; of two who do so one gets it. */
    List<PostItem> take(UUID account, Instant now) {
        return db.sql(
                        "update notices.post_item set told_at = :now where account = :account and told_at is null returning "
                                + COLUMNS)
                .param("now", now)
                .param("account", account)
                .query(PostStore::item)
                .list();
    }

    void told(List<PostItem> items, String how) {
        db.sql("update notices.post_item set how = :how where id = any(:ids)")
                .param("how", how)
                .param("ids", items.stream().map(PostItem::id).toArray(UUID[]::new))
                .update();
    }

    Slice<PostItem> page(UUID account, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql("select " + COLUMNS
                        + " from notices.post_item i where i.account = :account and " + where + tail)
                .param("account", account)
                .params(keys)
                .query(PostStore::item)
                .list());
    }

    int forget(Instant keptBefore) {
        return db.sql("delete from notices.post_item where kept_at < :before and told_at is not null")
                .param("before", keptBefore)
                .update();
    }

    private static PostItem item(ResultSet row, int n) throws SQLException {
        var told = row.getObject("told_at", OffsetDateTime.class);
        return new PostItem(
                row.getObject("id", UUID.class),
                row.getString("room"),
                row.getString("desk"),
                row.getString("title"),
                row.getString("link"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                told == null ? null : told.toInstant(),
                row.getString("how"));
    }
}
