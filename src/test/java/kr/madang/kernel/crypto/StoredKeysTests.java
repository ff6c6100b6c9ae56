package kr.madang.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sql.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys in a real database: made once, shared by nodes, rewrapped, refused when the master is missing. */
class StoredKeysTests {
    private static final Aad PLACE = new Aad("accounts.account", "phone", "1");
    private static final String OLD = MasterKeys.generate("k1", new SecureRandom());
    private static final String NEW = MasterKeys.generate("k2", new SecureRandom());
    private static final String FALSE_OLD = MasterKeys.generate("k1", new SecureRandom());

    private final DataSource source = fresh();
    private final JdbcClient db = Sql.client(source);

    private static DataSource fresh() {
        var source = TestPostgres.fresh();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/kernel")
                .load()
                .migrate();
        return source;
    }

    private StoredKeys start(String masters, String suite, CipherProvider... providers) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        return new StoredKeys(
                new DataKeyStore(db),
                MasterKeys.parse(masters),
                List.of(providers),
                suite,
                transaction,
                Clock.systemUTC());
    }

    private StoredKeys start(String masters) {
        return start(masters, AesGcm.SUITE, new AesGcm());
    }

    @Test
    void aSecondNodeOpensWhatTheFirstSealed() {
        var first = new FieldCipher(start(OLD));
        var second = new FieldCipher(start(OLD));
        assertThat(second.open(first.seal("값", PLACE), PLACE)).isEqualTo("값");
        assertThat(db.sql("select count(*) from kernel.data_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aNodeLearnsOfAKeyTheOtherNodeMade() {
        var keys = start(OLD);
        var other = new FieldCipher(start(OLD));
        assertThat(keys.make()).isEqualTo("f2");
        keys.reload();
        var sealed = new FieldCipher(keys).seal("값", PLACE);
        assertThat(FieldCipher.keyId(sealed)).isEqualTo("f2");
        assertThat(other.open(sealed, PLACE)).isEqualTo("값");
    }

    @Test
    void theOfficeDoesNotStartWithoutTheMasterItsKeysName() {
        start(OLD);
        assertThatThrownBy(() -> start(NEW)).isInstanceOf(MissingKey.class).hasMessageContaining("k1");
        assertThatThrownBy(() -> start(FALSE_OLD)).isInstanceOf(MissingKey.class);
        assertThat(db.sql("select distinct master from kernel.data_key")
                        .query(String.class)
                        .list())
                .containsExactly("k1");
    }

    @Test
    void aNewMasterTakesOverAndTheOldOneMayGo() {
        var sealed = new FieldCipher(start(OLD)).seal("값", PLACE);
        var index = new BlindIndex(start(OLD)).lastFour("a.b", "c", "1234");
        start(OLD + "\n" + NEW);
        var after = start(NEW);
        assertThat(new FieldCipher(after).open(sealed, PLACE)).isEqualTo("값");
        assertThat(new BlindIndex(after).lastFour("a.b", "c", "1234")).isEqualTo(index);
        assertThatThrownBy(() -> start(OLD)).isInstanceOf(MissingKey.class);
    }

    @Test
    void ariaStandsInForAesFromEndToEnd() {
        var keys = start(OLD, AriaGcm.SUITE, new AesGcm(), new AriaGcm());
        var sealed = new FieldCipher(keys).seal("아리아", PLACE);
        assertThat(keys.current().provider().suite()).isEqualTo(AriaGcm.SUITE);
        assertThat(new FieldCipher(start(OLD, AesGcm.SUITE, new AesGcm(), new AriaGcm())).open(sealed, PLACE))
                .isEqualTo("아리아");
        assertThatThrownBy(() -> start(OLD)).isInstanceOf(MissingKey.class).hasMessageContaining(AriaGcm.SUITE);
    }

    @Test
    void aWrappedKeyMovedOrRelabeledInTheDatabaseIsRefused() {
        var keys = start(OLD);
        keys.make();
        db.sql("""
                update kernel.data_key a set wrapped = b.wrapped from kernel.data_key b where a.id = 'f1' and b.id = 'f2'""").update();
        assertThatThrownBy(() -> start(OLD)).isInstanceOf(MissingKey.class);
    }

    @Test
    void manyNodesStartingAtOnceMakeOneSetOfKeys() throws Exception {
        try (var pool = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            var starts = java.util.Collections.nCopies(8, (java.util.concurrent.Callable<StoredKeys>) () -> start(OLD));
            for (var started : pool.invokeAll(starts)) started.get();
        }
        assertThat(db.sql("select count(*) from kernel.data_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** A room's column, as a room would let it be sealed anew. */
    private record Phones(JdbcClient db) implements Resealable {
        @Override
        public String name() {
            return "public.phone";
        }

        @Override
        public List<Cell> listOthers(String prefix, int limit) {
            return db.sql("select id, sealed from phone where not starts_with(sealed, :prefix) limit :limit")
                    .param("prefix", prefix)
                    .param("limit", limit)
                    .query((row, n) ->
                            new Cell(Aad.of("public.phone", "sealed", row.getObject(1, UUID.class)), row.getString(2)))
                    .list();
        }

        @Override
        public boolean replace(Cell cell, String resealed) {
            return db.sql("update phone set sealed = :new where id = :id and sealed = :old")
                            .param("new", resealed)
                            .param("id", UUID.fromString(cell.place().row()))
                            .param("old", cell.sealed())
                            .update()
                    == 1;
        }
    }

    @Test
    void afterRotationEveryValueIsSealedAnewAndADamagedOneIsKeptAndReported() {
        db.sql("create table phone (id uuid primary key, sealed text not null)").update();
        var keys = start(OLD);
        var cipher = new FieldCipher(keys);
        var column = new Phones(db);
        for (int i = 0; i < 450; i++) insert(cipher, i);
        keys.make();
        keys.reload();
        var rooms = new Keys(
                keys, cipher, List.of(column), null, new TransactionTemplate(new JdbcTransactionManager(source)));
        assertThat(rooms.resealAll()).isEqualTo(450);
        assertThat(rooms.resealAll()).isZero();
        assertThat(column.listOthers("m1.f2.", 1)).isEmpty();
        for (int i = 0; i < 450; i++) {
            var id = new UUID(0, i);
            var sealed = db.sql("select sealed from phone where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
            assertThat(cipher.open(sealed, Aad.of("public.phone", "sealed", id)))
                    .isEqualTo("010-0000-%04d".formatted(i));
        }
        db.sql("update phone set sealed = 'm1.f1.AAAA' where id = :id")
                .param("id", new UUID(0, 7))
                .update();
        assertThatThrownBy(rooms::resealAll).isInstanceOf(Refused.class);
        assertThat(column.listOthers("m1.f2.", 9)).hasSize(1);
    }

    private void insert(FieldCipher cipher, int i) {
        var id = new UUID(0, i);
        db.sql("insert into phone values (:id, :sealed)")
                .param("id", id)
                .param("sealed", cipher.seal("010-0000-%04d".formatted(i), Aad.of("public.phone", "sealed", id)))
                .update();
    }
}
