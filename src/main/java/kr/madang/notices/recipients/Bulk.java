package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Thousands of recipients at once (수신자 일괄 등록), for files taken in and for the demo office; addresses are sealed on all processors. */
@Component
public class Bulk {
    private static final int ROWS = 10_000;

    /** @param deletedAt null for a living one */
    public record Person(
            UUID id,
            Registry.About about,
            Instant addedAt,
            @Nullable Instant deletedAt) {}

    /**
     * A way to be reached.
     *
     * @param address null once deleted
     * @param deletion the line of the book that tells of it; null while it lives
     */
    public record Way(
            UUID id,
            UUID person,
            kr.madang.notices.Channel channel,
            @Nullable Address address,
            Instant addedAt,
            @Nullable Instant deletedAt,
            @Nullable UUID deletion) {}

    /** Something agreed to for a way. */
    public record Agreed(UUID way, Consent consent) {}

    private record Locked(String sealed, String finder) {}

    private final JdbcClient db;
    private final ContactStore store;
    private final Sealing sealing;
    private final Unburdened unburdened;

    Bulk(JdbcClient db, ContactStore store, Sealing sealing, Unburdened unburdened) {
        this.db = db;
        this.store = store;
        this.sealing = sealing;
        this.unburdened = unburdened;
    }

    /** Keeps everybody else from taking people in until the end of the transaction, so that what is unknown stays so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone() {
        db.sql("lock table notices.contact in share row exclusive mode").update();
    }

    /** A contact somebody has already, and whose it is. */
    public record Known(UUID way, UUID person) {}

    /** The contacts that bear these addresses, by address. */
    public Map<Address, Known> known(Collection<Address> addresses) {
        var byFinder = new HashMap<String, Address>();
        var finders = addresses.parallelStream()
                .map(a -> Map.entry(sealing.finder(a), a))
                .toList();
        for (var entry : finders) byFinder.put(entry.getValue().channel() + entry.getKey(), entry.getValue());
        var known = new HashMap<Address, Known>();
        var all = finders.stream().map(Map.Entry::getKey).toList();
        for (int from = 0; from < all.size(); from += ROWS)
            db.sql("select id, recipient, channel, finder from notices.contact where finder = any(:finders)")
                    .param(
                            "finders",
                            all.subList(from, Math.min(all.size(), from + ROWS)).toArray(String[]::new))
                    .query(row -> {
                        var address = byFinder.get(row.getString("channel") + row.getString("finder"));
                        if (address != null)
                            known.put(
                                    address,
                                    new Known(row.getObject("id", UUID.class), row.getObject("recipient", UUID.class)));
                    });
        return known;
    }

    /** What the owners of these contacts agreed to; those who never did are missing. */
    public Map<UUID, Consents> consents(Collection<UUID> ways) {
        return store.consents(ways);
    }

    /** Writes them all, in the transaction at hand. @param intake the file they come from; null for none */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(List<Person> people, List<Way> ways, List<Agreed> agreed, @Nullable UUID intake) {
        for (int from = 0; from < people.size(); from += ROWS) people(part(people, from), intake);
        for (int from = 0; from < ways.size(); from += ROWS) ways(part(ways, from), intake);
        for (int from = 0; from < agreed.size(); from += ROWS) agreed(part(agreed, from), intake);
    }

    /** The same into an empty registry, which is faster. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fill(List<Person> people, List<Way> ways, List<Agreed> agreed) {
        if (unburdened.empty()) unburdened.fill(() -> take(people, ways, agreed, null));
        else take(people, ways, agreed, null);
    }

    private static <T> List<T> part(List<T> all, int from) {
        return all.subList(from, Math.min(all.size(), from + ROWS));
    }

    private void people(List<Person> people, @Nullable UUID intake) {
        db.sql("""
                insert into notices.recipient (id, dong, age, added_at, deleted_at, intake)
                select id, dong, nullif(age, 0), added_at, nullif(deleted_at, '')::timestamptz, :intake::uuid
                from unnest(:ids::uuid[], :dongs::text[], :ages::int[], :added::timestamptz[], :deleted::text[])
                    with ordinality as t(id, dong, age, added_at, deleted_at, n)
                order by n""")
                .param("intake", intake, java.sql.Types.OTHER)
                .param("ids", array(people, Person::id, UUID[]::new))
                .param("dongs", array(people, p -> p.about().dong(), String[]::new))
                .param("ages", array(people, p -> number(p.about().age()), Integer[]::new))
                .param("added", array(people, p -> p.addedAt().toString(), String[]::new))
                .param("deleted", array(people, p -> said(p.deletedAt()), String[]::new))
                .update();
    }

    private void ways(List<Way> ways, @Nullable UUID intake) {
        var locked = ways.parallelStream().map(this::locked).toList();
        db.sql("""
                insert into notices.contact (id, recipient, channel, sealed, finder, last_four, masked, added_at, deleted_at,
                    deletion, intake)
                select id, person, channel, nullif(sealed, ''), nullif(finder, ''), four, masked, added_at,
                    nullif(deleted_at, '')::timestamptz, nullif(deletion, '')::uuid, :intake::uuid
                from unnest(:ids::uuid[], :people::uuid[], :channels::text[], :sealed::text[], :finders::text[],
                    :fours::text[], :masked::text[], :added::timestamptz[], :deleted::text[], :deletions::text[])
                    as t(id, person, channel, sealed, finder, four, masked, added_at, deleted_at, deletion)""")
                .param("intake", intake, java.sql.Types.OTHER)
                .param("ids", array(ways, Way::id, UUID[]::new))
                .param("people", array(ways, Way::person, UUID[]::new))
                .param("channels", array(ways, w -> w.channel().name(), String[]::new))
                .param("sealed", array(locked, Locked::sealed, String[]::new))
                .param("finders", array(locked, Locked::finder, String[]::new))
                .param(
                        "fours",
                        array(ways, w -> w.address() == null ? "" : w.address().lastFour(), String[]::new))
                .param(
                        "masked",
                        array(ways, w -> w.address() == null ? "" : w.address().masked(), String[]::new))
                .param("added", array(ways, w -> w.addedAt().toString(), String[]::new))
                .param("deleted", array(ways, w -> said(w.deletedAt()), String[]::new))
                .param(
                        "deletions",
                        array(
                                ways,
                                w -> w.deletion() == null ? "" : w.deletion().toString(),
                                String[]::new))
                .update();
    }

    private Locked locked(Way way) {
        var address = way.address();
        return address == null
                ? new Locked("", "")
                : new Locked(sealing.seal(way.id(), address), sealing.finder(address));
    }

    private void agreed(List<Agreed> agreed, @Nullable UUID intake) {
        db.sql("""
                insert into notices.consent (contact, purpose, topic, given_at, source, wording, withdrawn_at, withdrawal,
                    intake)
                select way, purpose, topic, given_at, source, wording, nullif(withdrawn_at, '')::timestamptz,
                    nullif(withdrawal, ''), :intake::uuid
                from unnest(:ways::uuid[], :purposes::text[], :topics::text[], :given::timestamptz[], :sources::text[],
                    :wordings::text[], :withdrawn::text[], :withdrawals::text[])
                    as t(way, purpose, topic, given_at, source, wording, withdrawn_at, withdrawal)
                on conflict do nothing""")
                .param("intake", intake, java.sql.Types.OTHER)
                .param("ways", array(agreed, Agreed::way, UUID[]::new))
                .param("purposes", array(agreed, a -> a.consent().purpose().name(), String[]::new))
                .param("topics", array(agreed, a -> a.consent().topic(), String[]::new))
                .param("given", array(agreed, a -> a.consent().givenAt().toString(), String[]::new))
                .param("sources", array(agreed, a -> a.consent().source().name(), String[]::new))
                .param("wordings", array(agreed, a -> a.consent().wording(), String[]::new))
                .param("withdrawn", array(agreed, a -> said(a.consent().withdrawnAt()), String[]::new))
                .param("withdrawals", array(agreed, a -> withdrawal(a.consent()), String[]::new))
                .update();
    }

    private static String withdrawal(Consent consent) {
        return consent.withdrawal() == null ? "" : consent.withdrawal().name();
    }

    private static int number(@Nullable AgeBand age) {
        return age == null ? 0 : age.number();
    }

    private static String said(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    private static <T, R> R[] array(List<T> rows, Function<T, R> field, IntFunction<R[]> kind) {
        return rows.stream().map(field).toArray(kind);
    }
}
