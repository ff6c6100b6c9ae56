package kr.madang.kernel.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What a thrown exception means to the person who asked. */
final class Troubles {
    /** Status, message key and its arguments. */
    record Trouble(int status, String code, List<Object> args) {
        static Trouble of(int status, String code, @Nullable Object... args) {
            var said = new ArrayList<Object>();
            for (var arg : args) said.add(Objects.requireNonNullElse(arg, ""));
            return new Trouble(status, code, said);
        }

        /** Whether it is our fault, so that the log needs the whole story. */
        boolean isOurs() {
            return status >= 500;
        }
    }

    private Troubles() {}

    static Trouble of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return new Trouble(refused.reason().status(), refused.code(), refused.args());
            }
        }
        return switch (thrown) {
            case CsrfException e -> formWithoutToken();
            case AccessDeniedException e -> Trouble.of(403, "kernel.access.forbidden");
            case MethodArgumentTypeMismatchException e ->
                unreadable(e.getName(), e.getValue(), e.getRequiredType(), isInPath(e));
            case TypeMismatchException e -> unreadable(e.getPropertyName(), e.getValue(), e.getRequiredType(), false);
            case DateTimeParseException e -> Trouble.of(400, "kernel.day.unreadable", e.getParsedString());
            case MissingServletRequestParameterException e ->
                Trouble.of(400, "kernel.parameter.missing", e.getParameterName());
            case MissingServletRequestPartException e ->
                Trouble.of(400, "kernel.parameter.missing", e.getRequestPartName());
            case MissingRequestValueException e -> Trouble.of(400, "kernel.request.unreadable");
            case BindException e -> Trouble.of(400, "kernel.fields.unreadable", fields(e));
            case HandlerMethodValidationException e -> Trouble.of(400, "kernel.request.unreadable");
            case HttpMessageNotReadableException e -> Trouble.of(400, "kernel.body.unreadable");
            case InvalidParameterException e -> ofStatus(HttpStatusCode.valueOf(e.getErrorCode()));
            case MaxUploadSizeExceededException e -> Trouble.of(413, "kernel.upload.large");
            case MultipartException e -> Trouble.of(400, "kernel.upload.broken");
            case DataAccessResourceFailureException e -> Trouble.of(503, "kernel.unavailable");
            case CannotCreateTransactionException e -> Trouble.of(503, "kernel.unavailable");
            case QueryTimeoutException e -> Trouble.of(503, "kernel.slow");
            case TransientDataAccessException e -> Trouble.of(409, "kernel.collision");
            case ErrorResponse e -> ofStatus(e.getStatusCode());
            default -> Trouble.of(500, "kernel.failure");
        };
    }

    /** The security filters turn away a form only when its token is missing or belongs to a session that has ended. */
    static Trouble formWithoutToken() {
        return Trouble.of(403, "kernel.session.lost");
    }

    static Trouble ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> Trouble.of(401, "kernel.signin");
            case 403 -> Trouble.of(403, "kernel.access.forbidden");
            case 404 -> Trouble.of(404, "kernel.missing");
            case 405 -> Trouble.of(405, "kernel.method");
            case 406 -> Trouble.of(406, "kernel.representation");
            case 413 -> Trouble.of(413, "kernel.upload.large");
            case 415 -> Trouble.of(415, "kernel.media");
            case 429 -> Trouble.of(429, "kernel.many");
            case 503 -> Trouble.of(503, "kernel.unavailable");
            default ->
                status.is4xxClientError()
                        ? Trouble.of(status.value(), "kernel.request.unreadable")
                        : Trouble.of(500, "kernel.failure");
        };
    }

    private static Trouble unreadable(
            @Nullable String name, @Nullable Object value, @Nullable Class<?> type, boolean inPath) {
        var typed = Objects.toString(value, "");
        if (type == LocalDate.class) return Trouble.of(400, "kernel.day.unreadable", typed);
        if (inPath) return Trouble.of(404, "kernel.address.unreadable", typed);
        if (type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type))) {
            return Trouble.of(400, "kernel.number.unreadable", typed);
        }
        return Trouble.of(400, "kernel.value.unreadable", name, typed);
    }

    private static boolean isInPath(MethodArgumentTypeMismatchException e) {
        return e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
    }

    private static String fields(BindException e) {
        return e.getFieldErrors().stream().map(FieldError::getField).distinct().collect(Collectors.joining(", "));
    }
}
