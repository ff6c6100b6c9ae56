package kr.madang.notices.calls;

import java.time.Duration;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the rungs of a tree lie in the database (비상연락망 저장 형식). */
public final class TreeJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    private record Row(String title, List<String> people, int enough, long span, long repeat, int most) {}

    private TreeJson() {}

    public static String write(Tree tree) {
        return JSON.writeValueAsString(tree.rungs().stream()
                .map(r -> new Row(
                        r.title(),
                        r.people(),
                        r.enough(),
                        r.span().toSeconds(),
                        r.repeat().toSeconds(),
                        r.most()))
                .toList());
    }

    public static Tree read(String name, String rungs) {
        return new Tree(
                name,
                JSON.readValue(rungs, ROWS).stream()
                        .map(r -> new Rung(
                                r.title(),
                                r.people(),
                                r.enough(),
                                Duration.ofSeconds(r.span()),
                                Duration.ofSeconds(r.repeat()),
                                r.most()))
                        .toList());
    }
}
