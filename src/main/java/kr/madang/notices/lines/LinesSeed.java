package kr.madang.notices.lines;

import java.util.Map;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import org.springframework.stereotype.Component;

/** Two lines to the simulated message center of the demo office, and one to browsers (시연 발송 연결). */
@Component
class LinesSeed implements Seed {
    private final LineDesk desk;

    LinesSeed(LineDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 520;
    }

    @Override
    public String title() {
        return "발송 연결";
    }

    @Override
    public String sow(Draw draw) {
        add("가온통신 문자망", 0);
        add("누리텔레콤 문자망", 500);
        var browsers = Map.of("subject", "mailto:push@madang.example");
        on(LineKind.PUSH, new LineDesk.Draft("브라우저 알림(웹 푸시)", 0, browsers));
        return "모의 문자센터로 가는 연결 2개, 브라우저로 가는 연결 1개";
    }

    private void add(String name, int rate) {
        var values = Map.of("host", Openings.DEMO_HOST, "port", "2775", "systemid", "demo", "window", "250");
        on(LineKind.SMPP, new LineDesk.Draft(name, rate, values));
    }

    private void on(LineKind kind, LineDesk.Draft draft) {
        int number = desk.add(Actor.SYSTEM, kind, draft);
        desk.turn(Actor.SYSTEM, number, true, "시연 사무실");
    }
}
