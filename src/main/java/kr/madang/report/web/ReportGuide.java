package kr.madang.report.web;

import java.util.List;
import java.util.stream.IntStream;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

@Component
class ReportGuide implements DemoGuide {
    @Override
    public List<Walk> walks() {
        return List.of(
                walk("rate", 3, "/desk/report/reports", 10),
                walk("write", 3, "/desk/report/reports", 20),
                walk("audit", 2, "/desk/report/audits", 30));
    }

    private static Walk walk(String name, int steps, String href, int order) {
        var keys = IntStream.rangeClosed(1, steps)
                .mapToObj(i -> "report.walk." + name + "." + i)
                .toList();
        return new Walk("report.walk." + name, keys, href, order);
    }
}
