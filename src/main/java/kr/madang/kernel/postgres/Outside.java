package kr.madang.kernel.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import kr.madang.kernel.Refused;

/** A PostgreSQL the office already runs (외부 데이터베이스), named by {@code MADANG_DB_URL}; it is neither started nor stopped here. */
record Outside(String url, String user, String password) implements Database {
    static final int OLDEST = 16;

    static Outside open(String written, Map<String, String> environment) {
        var outside = read(written, environment);
        outside.check();
        return outside;
    }

    /** Understands {@code jdbc:postgresql://…}, {@code postgresql://…} and {@code postgres://user:password@host:port/name}. */
    static Outside read(String written, Map<String, String> environment) {
        var address = written.startsWith("jdbc:") ? written.substring("jdbc:".length()) : written;
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        if (!("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                || uri.getRawAuthority() == null
                || uri.getRawPath() == null
                || uri.getRawPath().length() < 2) throw unreadable();
        var authority = uri.getRawAuthority();
        var at = authority.lastIndexOf('@');
        var login = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Outside(
                "jdbc:postgresql://" + authority.substring(at + 1) + uri.getRawPath() + query,
                environment.getOrDefault("MADANG_DB_USER", login.length > 0 ? plain(login[0]) : "madang"),
                environment.getOrDefault("MADANG_DB_PASSWORD", login.length > 1 ? plain(login[1]) : ""));
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address is not repeated, because it may hold a password. */
    private static Refused unreadable() {
        return Refused.invalid("console.database.address");
    }

    @Override
    public String place() {
        return url.replaceFirst("\\?.*", "").substring("jdbc:postgresql://".length());
    }

    private void check() {
        var login = new Properties();
        login.put("user", user);
        login.put("password", password);
        login.put("loginTimeout", "10");
        login.put("connectTimeout", "10");
        try (var connection = DriverManager.getConnection(url, login)) {
            check(connection);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private void check(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) throw unavailable("console.database.old", version, OLDEST);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select pg_encoding_to_char(encoding), has_database_privilege(datname, 'CREATE'),
                               exists (select from pg_extension where extname = 'btree_gist')
                                   or exists (select from pg_available_extensions where name = 'btree_gist')
                        from pg_database where datname = current_database()
                        """)) {
            row.next();
            if (!"UTF8".equals(row.getString(1))) throw unavailable("console.database.encoding", row.getString(1));
            if (!row.getBoolean(2)) throw unavailable("console.database.rights", user);
            if (!row.getBoolean(3)) throw unavailable("console.database.extension", "btree_gist");
        }
    }

    private Refused refused(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) return unavailable("console.database.login", user, place());
        if (state.equals("3D000")) return unavailable("console.database.missing", place());
        if (state.startsWith("42501")) return unavailable("console.database.rights", user);
        return unavailable("console.database.unreachable", place(), String.valueOf(e.getMessage()));
    }

    static Refused unavailable(String code, Object... args) {
        return new Refused(Refused.Reason.UNAVAILABLE, code, args);
    }

    @Override
    public void close() {
        // the office's own PostgreSQL goes on without us
    }

    @Override
    public String toString() {
        return place();
    }
}
