import java.nio.file.Files;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node of OpenSearch until somebody ends it: {@code java -cp FOLDER/* OpenSearchNode.java HOME}. Its address stands in {@code HOME/address}. */
class OpenSearchNode {
    public static void main(String[] args) throws Exception {
        var home = Path.of(args[0]);
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("discovery.type", "single-node");
            settings.put("http.port", args[1]);
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(home.resolve("node").toString())
                .clusterName("madang-test")
                .numOfNode(1)
                .disableESLogger());
        runner.ensureYellow();
        Files.writeString(home.resolve("ready"), "yes");
        // ends with whoever started it
        while (System.in.read() >= 0) continue;
        Runtime.getRuntime().halt(0);
    }
}
