package kr.madang.kernel.sql;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house's client outside Spring: for tests of stores and for tools that open a database themselves. */
public final class Sql {
    private Sql() {}

    public static JdbcClient client(DataSource source) {
        return JdbcClient.create(new SqlConfiguration.ConvertingTemplate(new JdbcTemplate(source)));
    }
}
