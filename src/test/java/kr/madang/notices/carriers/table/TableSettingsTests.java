package kr.madang.notices.carriers.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody writes into the settings of a relay: names and addresses reach no statement but as names and addresses. */
class TableSettingsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {"a; drop table b", "a b", "\"a\"", "a'", "a--", "a/*", "1a", "", "표", "a.b.c", "a)", "a\n", "a\0"
            })
    void namesThatAreNoneAreRefused(String name) {
        var relay = new RelayTable(true);
        assertThatThrownBy(() -> relay.settings(name, RelayTable.COLUMNS, RelayTable.CONSTANTS))
                .isInstanceOf(IllegalArgumentException.class);
        var columns = new HashMap<>(RelayTable.COLUMNS);
        columns.put("text", name);
        assertThatThrownBy(() -> relay.settings("em_smt_tran", columns, RelayTable.CONSTANTS))
                .isInstanceOf(IllegalArgumentException.class);
        var constants = new HashMap<>(RelayTable.CONSTANTS);
        constants.put(name, "1");
        assertThatThrownBy(() -> relay.settings("em_smt_tran", RelayTable.COLUMNS, constants))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Values are no names: they may say anything. */
    @Test
    void valuesThatLookLikeStatementsAreValues() {
        var relay = new RelayTable(true);
        var text = "'); drop table em_smt_tran; --";
        try (var carrier = relay.carrier()) {
            var parcel = new Parcel(new Parcel.Reference(5, 1, 1), "010", "02", "", text);
            assertThat(RelayTable.hand(carrier, List.of(parcel))).containsExactly(new Answer.Handed("5-1-1"));
            assertThat(relay.db
                            .sql("select content from em_smt_tran")
                            .query(String.class)
                            .single())
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/x?socketFactory=org.springframework.context.support.ClassPathXmlApplicationContext",
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://x'",
                "jdbc:mysql://db/x?autoDeserialize=true",
                "jdbc:postgresql://db/x/../y",
                "jdbc:sqlserver://db;databaseName=x;integratedSecurity=true",
                "postgresql://db/x",
                ""
            })
    void addressesWithParametersAreRefused(String url) {
        assertThat(TableSettings.address(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://10.1.2.3:5432/relay",
                "jdbc:mysql://db.office.example/relay",
                "jdbc:oracle:thin:@//db:1521/RELAY",
                "jdbc:oracle:thin:@db:1521:RELAY",
                "jdbc:sqlserver://db:1433;databaseName=relay",
                "jdbc:tibero:thin:@db:8629:relay",
                "jdbc:cubrid:db:33000:relay:::"
            })
    void plainAddressesAreTaken(String url) {
        assertThat(TableSettings.address(url)).isTrue();
    }

    @Test
    void settingsShowNoPassword() {
        assertThat(new RelayTable(true).settings().toString()).doesNotContain("postgres");
    }
}
