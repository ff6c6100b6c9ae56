package kr.madang.kernel.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the server says when it turns a request away before the program sees it, such as an address it cannot read. */
@Component
class ServerPages implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Plain.class.getName());
            }
        });
    }

    /** A page of plain sentences, made without anything that could fail in its turn. */
    public static class Plain extends ErrorReportValve {
        private static final String PAGE = """
                <!doctype html>
                <html lang="ko">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s | 마당</title>
                <link rel="stylesheet" href="/assets/madang.css?v=%4$s">
                </head>
                <body class="site">
                <main class="problem">
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="/">처음 화면</a></p>
                <p class="code">%3$d</p>
                </main>
                </body>
                </html>
                """;

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding("UTF-8");
                var writer = response.getReporter();
                if (writer == null) return;
                writer.write(
                        status < 500
                                ? PAGE.formatted("요청을 읽을 수 없습니다", "주소를 확인하거나 처음 화면에서 다시 찾아 주세요.", status, Frame.VERSION)
                                : PAGE.formatted(
                                        "처리하지 못했습니다", "잠시 뒤에 다시 시도하세요. 저장된 자료는 그대로입니다.", status, Frame.VERSION));
                response.finishResponse();
            } catch (IOException e) {
                container.getLogger().debug("the asker has left", e);
            }
        }
    }
}
