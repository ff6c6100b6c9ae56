package kr.madang.kernel.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A program of its own that works on a cluster: writes one row, says so, and stays until its input ends or it is killed. */
class Tenant {
    static void main(String[] args) throws Exception {
        try (var cluster = Cluster.open(Path.of(args[0]))) {
            try (var connection = DriverManager.getConnection(cluster.url(), cluster.user(), cluster.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table if not exists note (text text)");
                statement.execute("insert into note values ('" + args[1] + "')");
            }
            System.out.println("OPEN");
            System.in.readAllBytes();
        }
    }
}
