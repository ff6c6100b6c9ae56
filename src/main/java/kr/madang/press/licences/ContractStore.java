package kr.madang.press.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of products and contracts. */
@Repository
class ContractStore {
    private static final String CONTRACTS = """
            select c.id, c.outlet, c.product, c.from_on, c.to_on, c.ended_on, c.end_why, c.viewers, c.copies, c.note, c.file, c.file_name
            from press.licence_contract c
            """;

    private final JdbcClient db;

    ContractStore(JdbcClient db) {
        this.db = db;
    }

    /** The narrowest first. */
    List<Product> products() {
        var terms = new HashMap<UUID, Map<Use, Term>>();
        db.sql("select product, use, days, counted from press.licence_term").query(row -> {
            var use = Use.valueOf(row.getString("use"));
            terms.computeIfAbsent(row.getObject("product", UUID.class), p -> new EnumMap<>(Use.class))
                    .put(use, new Term(use, row.getObject("days", Integer.class), row.getBoolean("counted")));
        });
        return db.sql(
                        "select id, name, position, note, retired_at is not null as retired from press.licence_product order by position, name")
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Product(
                            id,
                            row.getString("name"),
                            row.getInt("position"),
                            row.getString("note"),
                            terms.getOrDefault(id, Map.of()),
                            row.getBoolean("retired"));
                })
                .list();
    }

    void add(Product product) {
        db.sql("insert into press.licence_product (id, name, position, note) values (:id, :name, :position, :note)")
                .param("id", product.id())
                .param("name", product.name())
                .param("position", product.position())
                .param("note", product.note())
                .update();
        for (var term : product.terms().values())
            db.sql(
                            "insert into press.licence_term (product, use, days, counted) values (:product, :use, :days, :counted)")
                    .param("product", product.id())
                    .param("use", term.use())
                    .param("days", term.days())
                    .param("counted", term.counted())
                    .update();
    }

    boolean retire(UUID product, Instant at) {
        return db.sql("update press.licence_product set retired_at = :at where id = :id and retired_at is null")
                        .param("at", at)
                        .param("id", product)
                        .update()
                == 1;
    }

    Map<UUID, List<Contract>> byOutlet() {
        return contracts(CONTRACTS, Map.of()).stream().collect(Collectors.groupingBy(Contract::outlet));
    }

    List<Contract> of(UUID outlet) {
        return contracts(CONTRACTS + "where c.outlet = :outlet order by c.from_on, c.id", Map.of("outlet", outlet));
    }

    Optional<Contract> find(UUID id) {
        return contracts(CONTRACTS + "where c.id = :id", Map.of("id", id)).stream()
                .findFirst();
    }

    private List<Contract> contracts(String sql, Map<String, Object> params) {
        var products = products().stream().collect(Collectors.toMap(Product::id, p -> p));
        return db.sql(sql)
                .params(params)
                .query((row, n) -> contract(row, products))
                .list();
    }

    private static Contract contract(ResultSet row, Map<UUID, Product> products) throws SQLException {
        return new Contract(
                row.getObject("id", UUID.class),
                row.getObject("outlet", UUID.class),
                Objects.requireNonNull(products.get(row.getObject("product", UUID.class))),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("end_why"),
                row.getInt("viewers"),
                row.getInt("copies"),
                row.getString("note"),
                row.getObject("file", UUID.class),
                row.getString("file_name"));
    }

    /** Contracts with one outlet are written one after the other. */
    void hold(UUID outlet) {
        db.sql("select id from press.outlet where id = :id for update")
                .param("id", outlet)
                .query()
                .listOfRows();
    }

    void add(Contract contract, String by, Instant at) {
        db.sql("""
                insert into press.licence_contract (id, outlet, product, from_on, to_on, viewers, copies, note, file, file_name, added_at, added_by)
                values (:id, :outlet, :product, :from, :to, :viewers, :copies, :note, :file, :name, :at, :by)""")
                .param("id", contract.id())
                .param("outlet", contract.outlet())
                .param("product", contract.product().id())
                .param("from", contract.from())
                .param("to", contract.to())
                .param("viewers", contract.viewers())
                .param("copies", contract.copies())
                .param("note", contract.note())
                .param("file", contract.file())
                .param("name", contract.fileName())
                .param("at", at)
                .param("by", by)
                .update();
    }

    boolean end(UUID id, LocalDate last, String why) {
        return db.sql(
                                "update press.licence_contract set ended_on = :last, end_why = :why where id = :id and ended_on is null")
                        .param("last", last)
                        .param("why", why)
                        .param("id", id)
                        .update()
                == 1;
    }

    void paper(UUID id, @Nullable UUID file, String name) {
        db.sql("update press.licence_contract set file = :file, file_name = :name where id = :id")
                .param("file", file)
                .param("name", name)
                .param("id", id)
                .update();
    }
}
