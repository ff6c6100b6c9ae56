package kr.madang.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Madang is made of may be given away with it. Runs in the verify phase, when the bill of materials is there. */
class LicencesTests {
    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path ALLOWED = Path.of("src/test/resources/licences.txt");
    private static final Path LOCK = Path.of("src/main/frontend/package-lock.json");

    @Test
    void everyLibraryHasALicenceWeAllow() throws IOException {
        // in the verify phase it must be there; who runs this test alone may not have made one
        if (!Boolean.getBoolean("madang.bill")) assumeThat(BILL).exists();
        var allowed = allowed();
        var others = new TreeMap<String, Set<String>>();
        var components = JsonMapper.shared().readTree(Files.readString(BILL)).path("components");
        assertThat(components.size()).as("libraries in the bill of materials").isGreaterThan(50);
        for (var component : components) {
            var licences = licences(component);
            // of a choice of licences one is enough
            if (licences.stream().noneMatch(allowed::contains))
                others.put(
                        component.path("group").asString("") + ":"
                                + component.path("name").asString(""),
                        licences);
        }
        assertThat(others).isEmpty();
    }

    @Test
    void everyPackageOfThePagesHasALicenceWeAllow() throws IOException {
        var allowed = allowed();
        var packages = JsonMapper.shared().readTree(Files.readString(LOCK)).path("packages");
        var others = new TreeMap<String, String>();
        for (var entry : packages.properties()) {
            var licence = entry.getValue().path("license").asString("none");
            // what only builds or tests the pages is not given away
            if (!entry.getValue().path("dev").asBoolean(false)
                    && !entry.getKey().isEmpty()
                    && !allowed.contains(licence)) others.put(entry.getKey(), licence);
        }
        assertThat(others).isEmpty();
    }

    private static Set<String> licences(JsonNode component) {
        var found = new TreeSet<String>();
        for (var licence : component.path("licenses")) {
            found.add(licence.path("license").path("id").asString(""));
            found.add(licence.path("license").path("name").asString(""));
            found.add(licence.path("expression").asString(""));
        }
        found.remove("");
        return found;
    }

    private static Set<String> allowed() throws IOException {
        var allowed = new HashSet<>(Files.readAllLines(ALLOWED));
        allowed.removeIf(line -> line.isBlank() || line.startsWith("#"));
        return allowed;
    }
}
