package kr.madang.notices.web.api;

import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells in the description of the interface how a key is shown. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String NAME = "noticesKey";

    @Bean
    GlobalOpenApiCustomizer noticesKey() {
        return document -> {
            if (document.getPaths() == null || document.getComponents() == null) return;
            document.getComponents()
                    .addSecuritySchemes(
                            NAME,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .description("알림 연계 인증키(madang_live_…, madang_team_…, madang_test_…)"));
            document.getPaths().forEach((path, item) -> {
                if (path.startsWith(CallGate.PATH))
                    item.readOperations().forEach(o -> o.addSecurityItem(new SecurityRequirement().addList(NAME)));
            });
        };
    }
}
