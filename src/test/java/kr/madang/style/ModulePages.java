package kr.madang.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** Writes the pages of docs/modules and the picture of the rooms from the prose of the packages and the arrows of the code. */
class ModulePages {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PROSE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern DESK = Pattern.compile("\\(([가-힣][가-힣·\\s]*)\\)");
    private static final String MADE =
            "<!-- made by ./madang check --update from package-info.java and the code; do not edit -->\n";

    private final ApplicationModules modules;

    ModulePages(ApplicationModules modules) {
        this.modules = modules;
    }

    /** Every generated file by its path. */
    Map<String, String> all() {
        var pages = new TreeMap<String, String>();
        for (var module : rooms()) pages.put("docs/modules/" + name(module) + ".md", page(module));
        pages.put("docs/rooms.svg", new RoomsPicture(arrows(), desks()).svg());
        return pages;
    }

    private List<ApplicationModule> rooms() {
        return modules.stream()
                .filter(module -> !module.isRootModule())
                .sorted(Comparator.comparing(ModulePages::name))
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private Map<String, Set<String>> arrows() {
        var arrows = new TreeMap<String, Set<String>>();
        for (var module : rooms()) arrows.put(name(module), uses(module));
        return arrows;
    }

    private Set<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(modules, DependencyType.values())
                .uniqueModules()
                .map(ModulePages::name)
                .filter(other -> !other.equals(name(module)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> desks() {
        var desks = new TreeMap<String, String>();
        for (var module : rooms()) {
            var found = DESK.matcher(prose(folder(module)));
            desks.put(name(module), found.find() ? found.group(1) : "");
        }
        return desks;
    }

    private String page(ApplicationModule module) {
        var page = new StringBuilder(MADE).append("\n# ").append(name(module)).append('\n');
        page.append('\n').append(prose(folder(module))).append('\n');
        var uses = uses(module);
        page.append("\nUses: ")
                .append(uses.isEmpty() ? "no other room" : links(uses))
                .append(".\n");
        var inside = inside(folder(module));
        if (!inside.isEmpty()) page.append("\n## Inside\n");
        for (var folder : inside) {
            var label =
                    SOURCES.resolve("kr/madang").relativize(folder).toString().replace('/', '.');
            page.append("\n### ")
                    .append(label)
                    .append("\n\n")
                    .append(prose(folder))
                    .append('\n');
        }
        return page.toString();
    }

    private static String links(Set<String> rooms) {
        return rooms.stream().map(room -> "[%1$s](%1$s.md)".formatted(room)).collect(Collectors.joining(", "));
    }

    private static Path folder(ApplicationModule module) {
        return SOURCES.resolve(module.getBasePackage().getName().replace('.', '/'));
    }

    private static List<Path> inside(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(Path::getParent)
                    .filter(found -> !found.equals(folder))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Javadoc of a package as Markdown. */
    private static String prose(Path folder) {
        try {
            var found = PROSE.matcher(Files.readString(folder.resolve("package-info.java")));
            if (!found.find()) return "";
            var paragraphs = new ArrayList<String>();
            for (var paragraph : found.group(1).replaceAll("(?m)^\\s*\\* ?", "").split("<p>|\n\\s*\n"))
                if (!paragraph.isBlank()) paragraphs.add(plain(paragraph));
            return String.join("\n\n", paragraphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link)\\s+([^}]*)}", "`$1`")
                .replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
