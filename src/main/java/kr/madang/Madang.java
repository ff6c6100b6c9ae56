package kr.madang;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kr.madang.kernel.postgres.Cluster;
import kr.madang.kernel.seed.DemoOffice;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.modulith.Modulithic;

/** Madang (마당), the program a district office's public-relations-and-IT section works in. */
@SpringBootApplication
@Modulithic(systemName = "Madang", sharedModules = "kernel")
public class Madang {
    static void main(String[] args) throws IOException {
        var settings = new HashMap<String, Object>();
        var url = System.getenv("MADANG_DB_URL");
        if (url == null) {
            var cluster = Cluster.start(Path.of(System.getProperty("madang.data", "data")));
            settings.put("spring.datasource.url", cluster.url());
            settings.put("spring.datasource.username", "postgres");
        } else {
            settings.putAll(Map.of(
                    "spring.datasource.url", url,
                    "spring.datasource.username", System.getenv().getOrDefault("MADANG_DB_USER", "madang"),
                    "spring.datasource.password", System.getenv().getOrDefault("MADANG_DB_PASSWORD", "")));
        }
        var context =
                new SpringApplicationBuilder(Madang.class).properties(settings).run(args);
        context.getBean(DemoOffice.class).fill(System.out::println);
    }
}
