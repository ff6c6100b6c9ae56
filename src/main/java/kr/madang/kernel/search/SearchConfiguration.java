package kr.madang.kernel.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import kr.madang.kernel.search.index.OpenSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;

/** Puts the search together. The index is kept by offices that are open; commands only ask it. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SearchConfiguration.class);

    /**
     * The embedded index, or a cluster where an address is given.
     *
     * @param url of an OpenSearch cluster; empty for the embedded index
     * @param folder where the embedded index lies; under the data folder when empty
     */
    @Bean
    Place searchPlace(
            @Value("${madang.data:data}") Path data,
            @Value("${madang.search.url:}") String url,
            @Value("${madang.search.user:}") String user,
            @Value("${madang.search.password:}") String password,
            @Value("${madang.search.index:madang}") String index,
            @Value("${madang.search.folder:}") String folder,
            Clock clock) {
        if (!url.isBlank()) return new ClusterPlace(new OpenSearch(url.strip(), user, password), index, clock);
        return new FolderPlace(folder.isBlank() ? data.resolve("search") : Path.of(folder));
    }

    @Bean(destroyMethod = "")
    Follower follower(Place place, SearchStore store, WordStore words, Kinds kinds, DataSource source) {
        var node = ManagementFactory.getRuntimeMXBean().getName();
        return new Follower(node, place, store, words, kinds::all, new Lead(source), Follower.Pace.OFFICE);
    }

    /** @param eager whether the index is opened with the office, not by the first who looks for something */
    @Bean
    SmartLifecycle searchRuns(
            Follower follower, ApplicationContext context, @Value("${madang.search.eager:true}") boolean eager) {
        return new Runs(follower, eager && context instanceof WebApplicationContext);
    }

    private static final class Runs implements SmartLifecycle {
        private final Follower follower;
        private final boolean eager;
        private volatile boolean running;

        Runs(Follower follower, boolean eager) {
            this.follower = follower;
            this.eager = eager;
        }

        @Override
        public void start() {
            running = true;
            follower.reopen();
            if (eager) follower.start();
        }

        @Override
        public void stop() {
            running = false;
            try {
                follower.close();
            } catch (IOException | RuntimeException e) {
                log.warn("색인을 닫지 못했습니다: {}", e.toString());
            }
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
