package kr.madang.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import kr.madang.OfficeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The operator changes the data key while the office is open. */
@OfficeTest
class KeysCommandTests {
    private static final Aad PLACE = new Aad("accounts.account", "phone", "1");

    @Autowired
    KeysCommand command;

    @Autowired
    FieldCipher cipher;

    @Autowired
    DataKeyStore store;

    @Autowired
    MasterKeys masters;

    @Autowired
    JdbcClient db;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... args) {
        said.reset();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return command.run(List.of(args), out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void newValuesGoUnderTheNewKeyAndOldOnesStillOpen() {
        var otherNode = new FieldCipher(new StoredKeys(
                store,
                masters,
                List.of(new AesGcm()),
                AesGcm.SUITE,
                TransactionOperations.withoutTransaction(),
                Clock.systemUTC()));
        assertThat(run()).isZero();
        var before = said();
        var old = cipher.seal("값", PLACE);

        assertThat(run("rotate")).isZero();
        assertThat(said()).contains("새 키 f").doesNotContain(before.strip());
        var fresh = cipher.seal("값", PLACE);
        assertThat(prefix(fresh)).isNotEqualTo(prefix(old));
        assertThat(cipher.open(old, PLACE)).isEqualTo("값");
        assertThat(otherNode.open(fresh, PLACE)).isEqualTo("값");
        assertThat(prefix(otherNode.seal("값", PLACE))).isEqualTo(prefix(fresh));
        assertThat(db.sql("select count(*) from kernel.trail_entry where act = 'key.rotated'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aWordItDoesNotKnowChangesNothing() {
        run();
        var before = said();
        assertThat(run("rotat")).isEqualTo(2);
        assertThat(run("rotate", "twice")).isEqualTo(2);
        assertThat(said()).startsWith("사용법");
        run();
        assertThat(said()).isEqualTo(before);
    }

    private static String prefix(String sealed) {
        return sealed.split("\\.")[1];
    }
}
