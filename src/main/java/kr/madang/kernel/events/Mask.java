package kr.madang.kernel.events;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the shape of an event without what it may say about people: ids, days and small numbers stay, words and long digits go. */
final class Mask {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLAIN =
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?|[A-Z][A-Z_]{0,30}";

    private Mask() {}

    static String event(String serialized) {
        try {
            return masked(JSON.readTree(serialized));
        } catch (RuntimeException e) {
            return "(" + serialized.length() + "자)";
        }
    }

    /** The text of an error may quote what it stumbled over. */
    static String error(Throwable error) {
        var message = String.valueOf(error.getMessage())
                .replaceAll("[0-9]{3,}", "***")
                .replaceAll("'[^']*'|\"[^\"]*\"", "'***'");
        var text = error.getClass().getName() + ": " + message;
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }

    private static String masked(JsonNode node) {
        if (node.isObject())
            return node.properties().stream()
                    .map(p -> p.getKey() + ": " + masked(p.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        if (node.isArray()) return "[" + node.size() + "]";
        if (node.isNumber()) return node.toString().length() <= 4 ? node.toString() : "***";
        if (!node.isString()) return node.toString();
        var text = node.stringValue();
        return text.matches(PLAIN) ? text : "●●● (" + text.length() + "자)";
    }
}
