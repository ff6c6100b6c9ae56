package kr.madang.notices.recipients;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of recipients (수신자 목록), newest first and never an address in clear. */
@Component
public class RecipientList {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Pattern LAST_FOUR = Pattern.compile("\\d{4}");
    private static final Pattern NUMBER = Pattern.compile("[Rr]-?0*(\\d{1,15})");
    private static final int PAGE = 1_000;
    private static final Keyset<Recipient> NEWEST =
            Keyset.<Recipient>of("recipients").descending("r.number", Long.class, Recipient::number);

    private record Condition(String sql, Map<String, Object> params) {}

    private final JdbcClient db;
    private final ContactStore store;
    private final Sealing sealing;
    private final Clock clock;

    RecipientList(JdbcClient db, ContactStore store, Sealing sealing, Clock clock) {
        this.db = db;
        this.store = store;
        this.sealing = sealing;
        this.clock = clock;
    }

    public long count(RecipientFilter filter) {
        var condition = condition(filter);
        return db.sql("select count(*) from notices.recipient r where " + condition.sql())
                .params(condition.params())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Slice<Recipient> page(RecipientFilter filter, @Nullable String cursor, int size) {
        var condition = condition(filter);
        var bare = NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql(
                        "select r.* from notices.recipient r where " + condition.sql() + " and " + where + tail)
                .params(condition.params())
                .params(keys)
                .query((row, n) -> ContactStore.recipient(row, List.of()))
                .list());
        var contacts = store.contacts(bare.rows().stream().map(Recipient::id).toList());
        return new Slice<>(bare.rows().stream().map(r -> with(r, contacts)).toList(), bare.previous(), bare.next());
    }

    private static Recipient with(Recipient r, Map<UUID, List<Contact>> contacts) {
        return new Recipient(
                r.id(),
                r.number(),
                r.dong(),
                r.age(),
                r.addedAt(),
                r.deletedAt(),
                contacts.getOrDefault(r.id(), List.of()));
    }

    /** Hands out at most so many, a page at a time. */
    public void each(RecipientFilter filter, int limit, Consumer<Recipient> taker) {
        @Nullable String cursor = null;
        int left = limit;
        do {
            var slice = page(filter, cursor, Math.min(PAGE, left));
            slice.rows().forEach(taker);
            left -= slice.rows().size();
            cursor = slice.next();
        } while (cursor != null && left > 0);
    }

    private Condition condition(RecipientFilter filter) {
        var sql = new ArrayList<String>();
        var params = new LinkedHashMap<String, Object>();
        if (!filter.dong().isEmpty()) {
            sql.add("r.dong = :dong");
            params.put("dong", filter.dong().equals(RecipientFilter.UNKNOWN) ? "" : filter.dong());
        }
        if (filter.age() != null) {
            sql.add("r.age = :age");
            params.put("age", filter.age().number());
        }
        if (!filter.q().isEmpty()) sql.add(asked(filter.q(), params));
        if (filter.on() != null) {
            sql.add(agreed("k.purpose = 'PUBLIC'", ":end"));
            params.put("end", filter.on().plusDays(1).atStartOfDay(SEOUL).toInstant());
            params.put("channel", (filter.channel() == null ? Channel.SMS : filter.channel()).name());
        } else {
            state(filter, sql, params);
        }
        return new Condition(String.join(" and ", sql), params);
    }

    private void state(RecipientFilter filter, List<String> sql, Map<String, Object> params) {
        params.put("channel", filter.channel() == null ? "" : filter.channel().name());
        params.put("end", clock.instant());
        sql.add("r.deleted_at is " + (filter.state() == RecipientFilter.State.DELETED ? "not null" : "null"));
        switch (filter.state()) {
            case ANY, DELETED -> {
                if (filter.channel() != null) sql.add(exists("true"));
            }
            case AGREED -> sql.add(agreed("k.purpose <> 'DISASTER'", ":end"));
            case ADVERTISING -> sql.add(agreed("k.purpose = 'ADVERTISING'", ":end"));
            case WITHDRAWN -> {
                sql.add("not " + agreed("k.purpose <> 'DISASTER'", ":end"));
                if (filter.channel() != null) sql.add(exists("true"));
            }
            case DEAD -> sql.add(exists("c.dead_at is not null"));
        }
    }

    private static String exists(String which) {
        return "exists (select from notices.contact c where c.recipient = r.id"
                + " and (:channel = '' or c.channel = :channel) and " + which + ")";
    }

    private static String agreed(String which, String at) {
        return "exists (select from notices.contact c join notices.consent k on k.contact = c.id where c.recipient = r.id"
                + " and (:channel = '' or c.channel = :channel) and " + which + " and k.given_at < " + at
                + " and (k.withdrawn_at is null or k.withdrawn_at >= " + at + "))";
    }

    /** What was typed is four digits, a recipient's number, or a whole address; anything else finds nobody. */
    private String asked(String q, Map<String, Object> params) {
        if (LAST_FOUR.matcher(q).matches()) {
            params.put("q", q);
            return "exists (select from notices.contact c where c.recipient = r.id and c.last_four = :q)";
        }
        var number = NUMBER.matcher(q);
        if (number.matches()) {
            params.put("q", Long.parseLong(number.group(1)));
            return "r.number = :q";
        }
        for (var channel : List.of(Channel.SMS, Channel.EMAIL)) {
            var address = Address.find(channel, q);
            if (address.isEmpty()) continue;
            params.put("q", sealing.finder(address.get()));
            params.put("qchannel", channel.name());
            return "exists (select from notices.contact c where c.recipient = r.id and c.channel = :qchannel"
                    + " and c.finder = :q)";
        }
        return "false";
    }
}
