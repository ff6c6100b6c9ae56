package kr.madang.kernel.openapi.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.madang.kernel.access.SignedIn;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The list of addresses that answer in JSON (연계 목록). */
@Controller
@SignedIn
public class ApiPages {
    /** @param summary what it answers; empty when its author says nothing */
    public record Address(String method, String path, String summary) {}

    private final RequestMappingHandlerMapping handlers;

    ApiPages(
            @org.springframework.beans.factory.annotation.Qualifier("requestMappingHandlerMapping")
                    RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    @GetMapping("/desk/kernel/api")
    String list(Model model) {
        model.addAttribute("addresses", addresses());
        return "kernel/openapi/web/api";
    }

    private List<Address> addresses() {
        return handlers.getHandlerMethods().entrySet().stream()
                .flatMap(e -> addresses(e.getKey(), e.getValue()))
                .filter(a -> a.path().startsWith("/api/"))
                .sorted(Comparator.comparing(Address::path).thenComparing(Address::method))
                .toList();
    }

    private static Stream<Address> addresses(RequestMappingInfo mapping, HandlerMethod handler) {
        var operation = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Operation.class);
        var summary = operation == null ? "" : operation.summary();
        var methods = Objects.requireNonNull(mapping.getMethodsCondition()).getMethods();
        var verbs = methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(Enum::name).toList();
        return mapping.getPatternValues().stream()
                .flatMap(path -> verbs.stream().map(verb -> new Address(verb, path, summary)));
    }
}
