package kr.madang.notices.lines;

import java.util.Map;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import org.springframework.stereotype.Component;

/** Two lines to the simulated message center of the demo office (시연 발송 연결). */
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
        return "모의 문자센터로 가는 연결 2개";
    }

    private void add(String name, int rate) {
        var values = Map.of("host", Openings.DEMO_HOST, "port", "2775", "systemid", "demo", "window", "250");
        int number = desk.add(Actor.SYSTEM, LineKind.SMPP, new LineDesk.Draft(name, rate, values));
        desk.turn(Actor.SYSTEM, number, true, "시연 사무실");
    }
}
