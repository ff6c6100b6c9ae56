package kr.madang.report.web;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class ReportMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Item("report", "report.menu.reports", "/desk/report/reports", Level.VIEW, 100),
                new Item("report", "report.menu.figures", "/desk/report/figures", Level.VIEW, 110),
                new Item("report", "report.menu.audits", "/desk/report/audits", Level.VIEW, 120),
                new Item("report", "report.menu.templates", "/desk/report/templates", Level.VIEW, 130));
    }
}
