package kr.madang.notices.officers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.crypto.Aad;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of where officers are reached; their addresses lie sealed. */
@Repository
class OfficerStore implements Resealable {
    private static final String TABLE = "notices.officer_reach";
    private static final String COLUMN = "sealed";

    private record Content(String phone, String email) {}

    private final FieldCipher cipher;
    private final JdbcClient db;
    private final JsonMapper json;

    OfficerStore(FieldCipher cipher, JdbcClient db, JsonMapper json) {
        this.cipher = cipher;
        this.db = db;
        this.json = json;
    }

    Map<UUID, Reach> find(Collection<UUID> accounts) {
        if (accounts.isEmpty()) return Map.of();
        return db
                .sql("select account, sealed from notices.officer_reach where account = any(:accounts)")
                .param("accounts", accounts.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("account", UUID.class), row.getString("sealed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> open(e.getKey(), e.getValue())));
    }

    private Reach open(UUID account, String sealed) {
        var content = json.readValue(cipher.open(sealed, place(account)), Content.class);
        return new Reach(some(content.phone()), some(content.email()));
    }

    private static Optional<String> some(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    void keep(UUID account, Reach reach, Actor by, Instant at) {
        var content = new Content(reach.phone().orElse(""), reach.email().orElse(""));
        db.sql("""
                insert into notices.officer_reach (account, sealed, changed_at, changed_by)
                values (:account, :sealed, :at, :by)
                on conflict (account) do update set sealed = :sealed, changed_at = :at, changed_by = :by""")
                .param("account", account)
                .param("sealed", cipher.seal(json.writeValueAsString(content), place(account)))
                .param("at", at)
                .param("by", by.login())
                .update();
    }

    private static Aad place(UUID account) {
        return Aad.of(TABLE, COLUMN, account);
    }

    @Override
    public String name() {
        return TABLE + "." + COLUMN;
    }

    @Override
    public List<Cell> listOthers(String prefix, int limit) {
        return db.sql("""
                select account, sealed from notices.officer_reach
                where not starts_with(sealed, :prefix) limit :limit""")
                .param("prefix", prefix)
                .param("limit", limit)
                .query((row, n) -> new Cell(place(row.getObject("account", UUID.class)), row.getString("sealed")))
                .list();
    }

    @Override
    public boolean replace(Cell cell, String resealed) {
        return db.sql("""
                        update notices.officer_reach set sealed = :resealed
                        where account = :account::uuid and sealed = :sealed""")
                        .param("resealed", resealed)
                        .param("account", cell.place().row())
                        .param("sealed", cell.sealed())
                        .update()
                == 1;
    }
}
