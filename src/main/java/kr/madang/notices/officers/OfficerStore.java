package kr.madang.notices.officers;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of where officers are reached; their addresses lie sealed. */
@Repository
class OfficerStore {
    private static final SealedColumn SEALED =
            SealedColumn.of("notices.officer_reach").keyed("account", "uuid");

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
        var content = json.readValue(cipher.open(sealed, SEALED.place(account)), Content.class);
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
                .param("sealed", cipher.seal(json.writeValueAsString(content), SEALED.place(account)))
                .param("at", at)
                .param("by", by.login())
                .update();
    }

    @Bean
    static Resealable sealedOfficers(JdbcClient db) {
        return SEALED.in(db);
    }
}
