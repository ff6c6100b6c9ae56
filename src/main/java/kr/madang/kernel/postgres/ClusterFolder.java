package kr.madang.kernel.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;

/** The cluster's files: {@code data/postgres}, whole or not there at all, with its password and its settings inside. */
record ClusterFolder(Path data) {
    static final String VERSION = "18";

    private static final String SETTINGS = """
            # written by Madang at every start; put settings of your own into postgresql.conf
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            password_encryption = 'scram-sha-256'
            timezone = 'Asia/Seoul'
            log_timezone = 'Asia/Seoul'
            client_connection_check_interval = '2s'
            logging_collector = on
            log_directory = '../logs'
            log_filename = 'postgresql-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = '1d'
            log_rotation_size = 0
            """;

    Path cluster() {
        return data.resolve("postgres");
    }

    Path logs() {
        return data.resolve("logs");
    }

    private Path passwordFile() {
        return cluster().resolve("madang.password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile());
    }

    Connection connect(int port, String database) throws SQLException, IOException {
        var login = new Properties();
        login.put("user", "postgres");
        login.put("password", password());
        login.put("connectTimeout", "5");
        login.put("socketTimeout", "60");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), login);
    }

    void checkWritable() {
        if (!Files.isWritable(data)) throw Outside.unavailable("console.postgres.denied", data);
    }

    /** Makes the cluster if there is none, and refuses one that this PostgreSQL cannot or should not touch. */
    void prepare(Binaries binaries) throws IOException {
        Files.createDirectories(logs());
        // the logs tell who did what; they are the owner's business
        Files.setPosixFilePermissions(logs(), PosixFilePermissions.fromString("rwx------"));
        if (Files.notExists(cluster())) initialise(binaries);
        var mark = cluster().resolve("PG_VERSION");
        if (Files.notExists(mark)) throw Outside.unavailable("console.postgres.foreign", cluster());
        var version = Files.readString(mark).strip();
        if (!version.equals(VERSION))
            throw Outside.unavailable("console.postgres.version", cluster(), version, VERSION);
        if (!Files.isReadable(passwordFile())) throw Outside.unavailable("console.postgres.password", passwordFile());
        Files.writeString(cluster().resolve("madang.conf"), SETTINGS);
    }

    /** Made beside its place and moved there when whole, so that a killed first start leaves nothing half-made behind. */
    private void initialise(Binaries binaries) throws IOException {
        var making = data.resolve("postgres.making");
        Binaries.delete(making);
        var secret = data.resolve("postgres.secret");
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, draw());
        // Hangul syllables stand in dictionary order by code point, so the built-in locale sorts Korean the same
        // everywhere
        binaries.run(
                logs().resolve("postgresql-start.log"),
                "initdb",
                "--pgdata=" + making,
                "--username=postgres",
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--text-search-config=simple",
                "--set=shared_buffers=" + buffers() + "MB");
        var conf = making.resolve("postgresql.conf");
        Files.writeString(conf, Files.readString(conf) + "\ninclude_if_exists = 'madang.conf'\n");
        Files.move(secret, making.resolve("madang.password"));
        Files.move(making, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A thirty-second part of the memory, in mebibytes: PostgreSQL's own 128 are too few for a busy office, and taken only as needed. */
    private static long buffers() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.clamp(system.getTotalMemorySize() / 32 >> 20, 128, 1_024);
    }

    private static String draw() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
