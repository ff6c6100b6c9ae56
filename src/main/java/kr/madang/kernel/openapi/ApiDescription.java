package kr.madang.kernel.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import kr.madang.kernel.access.Actor;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description says beyond the handlers: title, one group per room, and how refusals look. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static {
        // who is at the desk comes from the session, not from the caller's text
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI madangApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("마당 연계 규격")
                        .description("구청 홍보·전산 업무 프로그램 마당의 JSON 연계. 로그인한 계정의 권한으로 답하며, 거절은 RFC 9457 문제 문서로 알린다.")
                        .version("0.1"));
    }

    @Bean
    GlobalOpenApiCustomizer roomsAndRefusals() {
        return document -> {
            if (document.getPaths() == null) return;
            document.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
            document.schema("Problem", problem());
        };
    }

    private static void complete(String path, Operation operation) {
        if (operation.getTags() == null || operation.getTags().stream().allMatch(t -> t.endsWith("-api")))
            operation.setTags(List.of(room(path)));
        if (operation.getResponses() == null) operation.setResponses(new ApiResponses());
        operation
                .getResponses()
                .setDefault(new ApiResponse()
                        .description("거절 또는 오류")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    /** {@code /api/<room>/…} */
    static String room(String path) {
        var parts = path.split("/");
        return parts.length > 2 ? parts[2] : "kernel";
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457 문제 문서")
                .addProperty("type", new StringSchema().description("거절 부호, 예: office.post.overlap"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("사람이 읽는 문장"))
                .addProperty("instance", new StringSchema());
    }
}
