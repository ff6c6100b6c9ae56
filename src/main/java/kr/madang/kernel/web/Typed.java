package kr.madang.kernel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Hands back what was typed into a form whose sending failed; secrets are never repeated. */
final class Typed {
    private static final Pattern SECRET =
            Pattern.compile("(?i)^_.*|.*(password|passwd|secret|token|otp|totp|code|pin|csrf|key).*");
    private static final int FIELDS = 30;
    private static final int LENGTH = 50_000;

    private Typed() {}

    static List<Option> in(HttpServletRequest request) {
        if (!isSending(request)) return List.of();
        try {
            return request.getParameterMap().entrySet().stream()
                    .filter(field -> !SECRET.matcher(field.getKey()).matches())
                    .flatMap(field ->
                            Arrays.stream(field.getValue()).map(value -> new Option(field.getKey(), shorten(value))))
                    .filter(field -> !field.value().isBlank() && !field.label().isBlank())
                    .limit(FIELDS)
                    .toList();
        } catch (RuntimeException e) {
            // the body itself may be what could not be read
            return List.of();
        }
    }

    /** Whether the request carries a form; the server turns to the error page with GET, whatever was asked. */
    static boolean isSending(HttpServletRequest request) {
        var method = request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String asked
                ? asked
                : request.getMethod();
        return !method.equals("GET") && !method.equals("HEAD");
    }

    private static String shorten(String value) {
        return value.length() <= LENGTH ? value : value.substring(0, LENGTH);
    }
}
