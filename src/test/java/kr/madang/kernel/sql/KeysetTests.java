package kr.madang.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kr.madang.TestPostgres;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Pages against the whole list, sorted by the database itself. */
class KeysetTests {
    private record Row(long id, String name, LocalDate day) {}

    private static final Map<String, Keyset<Row>> ORDERS = Map.of(
            "day desc, id desc",
            Keyset.<Row>of("a").descending("day", LocalDate.class, Row::day).descending("id", Long.class, Row::id),
            "name asc, id asc",
            Keyset.<Row>of("b").ascending("name", String.class, Row::name).ascending("id", Long.class, Row::id),
            "day desc, name asc, id desc",
            Keyset.<Row>of("c")
                    .descending("day", LocalDate.class, Row::day)
                    .ascending("name", String.class, Row::name)
                    .descending("id", Long.class, Row::id),
            "id asc",
            Keyset.<Row>of("d").ascending("id", Long.class, Row::id));

    private final JdbcClient db = Sql.client(one());
    private final SplittableRandom random = new SplittableRandom(7);

    private static SingleConnectionDataSource one() {
        try {
            return new SingleConnectionDataSource(TestPostgres.fresh().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void fill() {
        db.sql("create table item (id bigint primary key, name text not null, day date not null)")
                .update();
        for (int i = 0; i < 300; i++) insert(i * 10L);
    }

    private void insert(long id) {
        var names = List.of("가", "나", "다:3", "라", "", "Z", "ᄒᆞᆫ글", "😀");
        db.sql("insert into item values (:id, :name, :day)")
                .param("id", id)
                .param("name", names.get(random.nextInt(names.size())))
                .param("day", LocalDate.of(2023, 1, 1 + random.nextInt(9)))
                .update();
    }

    private List<Row> whole(String order) {
        return db.sql("select * from item order by " + order).query(Row.class).list();
    }

    private Slice<Row> slice(Keyset<Row> keyset, String cursor, int size) {
        return keyset.slice(cursor, size, (where, tail, keys) -> db.sql("select * from item where " + where + tail)
                .params(keys)
                .query(Row.class)
                .list());
    }

    @Test
    void goingForwardReadsTheWholeListInOrder() {
        ORDERS.forEach((order, keyset) -> {
            for (int size : new int[] {1, 7, 50, 299, 300, 301}) {
                var seen = new ArrayList<Row>();
                String cursor = null;
                do {
                    var slice = slice(keyset, cursor, size);
                    assertThat(slice.rows()).hasSizeBetween(1, size);
                    seen.addAll(slice.rows());
                    cursor = slice.next();
                } while (cursor != null);
                assertThat(seen).as(order).isEqualTo(whole(order));
            }
        });
    }

    @Test
    void anyWalkToAndFroShowsWhatTheSortedListShows() {
        ORDERS.forEach((order, keyset) -> {
            var all = whole(order);
            for (int size : new int[] {1, 13, 100}) {
                int at = 0;
                var slice = slice(keyset, "", size);
                for (int step = 0; step < 60; step++) {
                    assertThat(slice.rows()).isEqualTo(all.subList(at, Math.min(at + size, all.size())));
                    assertThat(slice.previous() == null).isEqualTo(at == 0);
                    assertThat(slice.next() == null).isEqualTo(at + size >= all.size());
                    boolean forward = slice.previous() == null || slice.next() != null && random.nextInt(3) > 0;
                    if (forward && slice.next() == null) break;
                    slice = slice(keyset, forward ? slice.next() : slice.previous(), size);
                    at += forward ? size : -size;
                }
            }
        });
    }

    @Test
    void rowsInsertedAndRemovedMeanwhileNeitherRepeatNorSkipOthers() {
        var keyset = ORDERS.get("day desc, name asc, id desc");
        var before = whole("id");
        var seen = new ArrayList<Row>();
        String cursor = "";
        long fresh = 1;
        while (cursor != null) {
            var slice = slice(keyset, cursor, 11);
            seen.addAll(slice.rows());
            cursor = slice.next();
            insert(fresh += 10);
            // even the row the cursor stands beside may go
            db.sql("delete from item where id = :id")
                    .param("id", slice.rows().getLast().id())
                    .update();
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void goingBackToAShortBeginningShowsTheFirstPageWhole() {
        var keyset = ORDERS.get("id asc");
        var second = slice(keyset, slice(keyset, "", 10).next(), 10);
        db.sql("delete from item where id < 50").update();
        var first = slice(keyset, second.previous(), 10);
        assertThat(first.rows()).isEqualTo(whole("id").subList(0, 10));
        assertThat(first.previous()).isNull();
    }

    @Test
    void aMadeUpCursorIsRefusedAndNeverReachesTheDatabase() {
        var keyset = ORDERS.get("day desc, id desc");
        var other = slice(ORDERS.get("id asc"), "", 5).next();
        var bad = new ArrayList<>(List.of(other, "x", "....", "가", "A".repeat(5_000), text("a>"), text("a>1:1")));
        for (var key : List.of(
                "4:2023",
                "10:2023-01-011:x",
                "99:2023-01-01",
                "-1:",
                ":",
                "10:2023-01-011:12:22",
                "12:+12345-01-011:1")) bad.add(text("a>" + key));
        bad.add(text("a>10:2023-01-0120:99999999999999999999"));
        for (var cursor : bad.subList(0, bad.size()))
            if (!cursor.equals(text("a>")))
                assertThatThrownBy(() -> slice(keyset, cursor, 5), cursor)
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("kernel.page.cursor");
        // one byte changed anywhere: refused, or a place in the same list
        var good = slice(keyset, "", 5).next();
        for (int i = 0; i < good.length(); i++)
            for (char c : "Aa0_-=.".toCharArray()) {
                var changed = good.substring(0, i) + c + good.substring(i + 1);
                try {
                    assertThat(slice(keyset, changed, 5).rows().size()).isLessThanOrEqualTo(5);
                } catch (Refused e) {
                    assertThat(e.code()).isEqualTo("kernel.page.cursor");
                }
            }
    }

    private static String text(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
