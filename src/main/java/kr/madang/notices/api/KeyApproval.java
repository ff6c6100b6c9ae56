package kr.madang.notices.api;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.gate.Approved;
import kr.madang.kernel.gate.Face;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.gate.Returned;
import kr.madang.kernel.gate.Subject;
import kr.madang.kernel.trail.Trail;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The decision to let another program send (인증키 개통 결재): one approval opens a key for exactly what its paper says. */
@Component
class KeyApproval {
    /** As the table of delegation names it; where it says nothing of keys, what it says of sends holds. */
    static final String TASK = "notices.send.key";

    private final KeyStore store;
    private final Gate gate;
    private final Trail trail;
    private final Clock clock;

    KeyApproval(KeyStore store, Gate gate, Trail trail, Clock clock) {
        this.store = store;
        this.gate = gate;
        this.trail = trail;
        this.clock = clock;
    }

    /** In the caller's transaction. @return id of the paper */
    UUID ask(Actor by, ApiKey key) {
        if (!key.sealed()) throw Refused.conflict("notices.key.broken");
        var paper = gate.ask(by, subject(key.id()), TASK, face(key));
        store.asked(key.id(), paper);
        trail.record(by, "notices", "key.asked", "key:" + key.id(), Map.of("seal", key.seal()));
        return paper;
    }

    private static Face face(ApiKey key) {
        var lines = new ArrayList<String>();
        lines.add("1. 아래와 같이 다른 프로그램이 알림을 보내는 연계 인증키를 열고자 합니다.");
        lines.add("  가. 이름: " + key.name() + (key.kind() == KeyKind.TEAM ? "(내부 확인용)" : ""));
        lines.add("  나. 쓰임: " + key.purpose());
        lines.add("  다. 기한: " + Korean.date(key.expires()));
        lines.add(
                "  라. 한도: 1분에 요청 " + Korean.number(key.perMinute()) + "회, 한 달에 " + Korean.number(key.perMonth()) + "건");
        lines.add("  마. 자유 문안: " + (key.free() ? "허용" : "허용하지 않음(아래 서식만)"));
        if (!key.addresses().isEmpty())
            lines.add("  바. 받는 곳: "
                    + String.join(
                            ", ",
                            key.addresses().stream().map(ApiKey.Listed::masked).toList()));
        lines.add("2. 보낼 수 있는 서식");
        if (key.texts().isEmpty()) lines.add("  없음");
        for (var text : key.texts()) {
            lines.add("  " + text.name() + "(제" + text.number() + "판)");
            text.text().lines().forEach(line -> lines.add("    " + line));
        }
        lines.add("3. 인증키 봉인: " + key.seal());
        lines.add("   결재한 것과 하나라도 다르면 열리지 않습니다.  끝.");
        return new Face(
                "알림 연계 인증키 개통: " + key.name(),
                "연계 인증키 " + key.name(),
                List.copyOf(lines),
                "/desk/notices/keys/" + key.id(),
                key.seal());
    }

    @ApplicationModuleListener
    void on(Approved approved) {
        asked(approved.subject(), approved.kind(), approved.seal()).ifPresent(key -> {
            if (!key.sealed()) throw Refused.conflict("notices.key.broken");
            if (!store.open(key.id(), approved.number(), now())) return;
            var by = new Actor(approved.by(), "", approved.byName(), "", Map.of());
            trail.record(by, "notices", "key.opened", "key:" + key.id(), Map.of("number", approved.number()));
        });
    }

    @ApplicationModuleListener
    void on(Returned returned) {
        asked(returned.subject(), returned.kind(), returned.seal()).ifPresent(key -> {
            if (!store.giveBack(key.id())) return;
            var by = new Actor(returned.by(), "", returned.byName(), "", Map.of());
            trail.record(by, "notices", "key.returned", "key:" + key.id(), Map.of("words", returned.words()));
        });
    }

    /** The key a decision is about; none for decisions about anything else. */
    private Optional<ApiKey> asked(Subject subject, String kind, String seal) {
        if (!subject.room().equals("notices")
                || !kind.equals(TASK)
                || !subject.ref().startsWith("key:")) return Optional.empty();
        var id = UUID.fromString(subject.ref().substring("key:".length()));
        return store.lock(id).filter(key -> key.seal().equals(seal));
    }

    private static Subject subject(UUID key) {
        return new Subject("notices", "key:" + key);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
