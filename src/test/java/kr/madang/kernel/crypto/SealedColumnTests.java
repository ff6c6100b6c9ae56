package kr.madang.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import kr.madang.OfficeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
class SealedColumnTests {
    private static final SealedColumn COLUMN =
            SealedColumn.of("sealed_things").named("secret").keyed("number", "int");

    @Autowired
    List<Resealable> all;

    @Autowired
    FieldCipher cipher;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void table() {
        db.sql("create table sealed_things (number int primary key, secret text)")
                .update();
        for (int i = 1; i <= 3; i++)
            db.sql("insert into sealed_things values (:n, :secret)")
                    .param("n", i)
                    .param("secret", cipher.seal("비밀 " + i, COLUMN.place(i)))
                    .update();
        db.sql("insert into sealed_things values (4, null)").update();
    }

    @AfterEach
    void gone() {
        db.sql("drop table sealed_things").update();
    }

    @Test
    void everySealedColumnOfTheHouseIsThereOnceAndAnswers() {
        assertThat(all)
                .extracting(Resealable::name)
                .containsExactlyInAnyOrder(
                        "accounts.totp.secret",
                        "approvals.delivery.sealed_email",
                        "approvals.delivery.sealed_name",
                        "notices.cap_source.sealed",
                        "notices.contact.sealed",
                        "notices.door_code.sealed",
                        "notices.intake.sealed_file",
                        "notices.line.sealed",
                        "notices.officer_reach.sealed",
                        "notices.single.sealed",
                        "press.reporter.sealed",
                        "press.reporter_intake.sealed",
                        "press.source.sealed");
        for (var column : all) {
            assertThat(column.listOthers("m1.none.", 1)).hasSizeLessThanOrEqualTo(1);
            int dot = column.name().lastIndexOf('.');
            var row = column.name().startsWith("notices.line.")
                    ? "-1"
                    : UUID.randomUUID().toString();
            var nowhere = new Aad(column.name().substring(0, dot), column.name().substring(dot + 1), row);
            assertThat(column.replace(new Resealable.Cell(nowhere, "x"), "y"))
                    .as(column.name())
                    .isFalse();
        }
    }

    @Test
    void valuesAreSealedAnewInTheirOwnRows() {
        var column = COLUMN.in(db);
        var cells = column.listOthers("m1.none.", 10);
        assertThat(cells).hasSize(3);
        for (var cell : cells)
            assertThat(column.replace(cell, cipher.reseal(cell.sealed(), cell.place())))
                    .isTrue();
        // somebody was faster
        assertThat(column.replace(cells.getFirst(), "x")).isFalse();
        var second = db.sql("select secret from sealed_things where number = 2")
                .query(String.class)
                .single();
        assertThat(cipher.open(second, COLUMN.place(2))).isEqualTo("비밀 2");
        assertThatThrownBy(() -> cipher.open(second, COLUMN.place(3))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatBearsTheKeyInForceIsLeftAloneAndLargeValuesComeAFewAtATime() {
        var prefix = FieldCipher.prefix(db.sql("select secret from sealed_things where number = 1")
                .query(String.class)
                .single()
                .split("\\.")[1]);
        assertThat(COLUMN.in(db).listOthers(prefix, 10)).isEmpty();
        assertThat(COLUMN.atMost(2).in(db).listOthers("m1.none.", 10)).hasSize(2);
    }
}
