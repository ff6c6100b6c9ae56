package kr.madang.kernel.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Resolves a view name such as {@code office/web/staffing} to the precompiled template {@code office/web/staffing.jte}. */
@Component
class JteViews implements ViewResolver, Ordered {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "kr.madang");
    private final Frame frame;

    JteViews(Frame frame) {
        this.frame = frame;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:") || name.startsWith("forward:")) return null;
        return new JteView(name + ".jte");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    private class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var wanted = engine.getParamInfo(template).keySet();
            var params = new HashMap<String, Object>(model == null ? Map.of() : model);
            params.keySet().retainAll(wanted);
            var page = frame.page(request);
            if (wanted.contains("page")) params.put("page", page);
            var out = new Utf8ByteOutput();
            ScopedValue.where(Words.PAGE, page).run(() -> engine.render(template, params, out));
            if (response.getContentType() == null) response.setContentType(getContentType());
            out.writeTo(response.getOutputStream());
        }
    }
}
