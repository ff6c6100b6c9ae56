package kr.madang.notices.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.notices.calls.CallEvent.Answer;
import org.springframework.stereotype.Component;

/** Two call-out trees of the demo office and the calls and drills of its last years (시연 비상소집). */
@Component
class CallsSeed implements Seed {
    private static final Actor OFFICE =
            new Actor(Actor.SYSTEM.id(), "system", "홍보미디어과", "", Map.of("notices", Level.MANAGE));
    private static final Duration STEP = Duration.ofSeconds(20);

    private final Trees trees;
    private final CallStore store;
    private final Accounts accounts;

    CallsSeed(Trees trees, CallStore store, Accounts accounts) {
        this.trees = trees;
        this.store = store;
        this.accounts = accounts;
    }

    /** After the officers and before the alerts. */
    @Override
    public int order() {
        return 535;
    }

    @Override
    public String title() {
        return "비상소집";
    }

    @Override
    public String sow(Draw draw) {
        var rain = trees.create(
                OFFICE,
                new Tree(
                        "재난안전 상황반",
                        List.of(
                                rung("상황 담당", List.of("planning", "press", "clerk"), 2, 10, 3),
                                rung("팀장", List.of("media", "computing", "telecom"), 2, 15, 5),
                                rung("과장", List.of("chief"), 1, 15, 5))));
        var outage = trees.create(
                OFFICE,
                new Tree(
                        "전산 장애 대응반",
                        List.of(
                                rung("전산 담당", List.of("computing", "admin"), 1, 10, 3),
                                rung("통신 담당", List.of("telecom"), 1, 10, 3))));
        past(draw, rain, "2022-08-08T12:40:00Z", "집중호우로 상황반을 소집합니다. 구청 3층 상황실로 오십시오.", false, 0.8);
        past(draw, outage, "2022-10-15T07:10:00Z", "민원 창구 전산이 멈추었습니다. 전산실로 오십시오.", false, 0.7);
        past(draw, rain, "2023-01-26T20:30:00Z", "대설로 상황반을 소집합니다. 구청 3층 상황실로 오십시오.", false, 0.3);
        past(draw, rain, "2023-04-11T01:00:00Z", "비상소집 훈련입니다. 참석 여부만 알려 주십시오.", true, 0.9);
        return "비상연락망 2개, 지난 소집 4번";
    }

    private Rung rung(String title, List<String> logins, int enough, int span, int repeat) {
        var people = logins.stream()
                .map(login -> accounts.findByLogin(login).orElseThrow().id().toString())
                .toList();
        return new Rung(title, people, enough, Duration.ofMinutes(span), Duration.ofMinutes(repeat), 3);
    }

    /** Lived through step by step, as the watch would have; who comes answers by the link a while after he was told. */
    private void past(Draw draw, StoredTree tree, String began, String text, boolean drill, double willing) {
        var at = Instant.parse(began);
        var call = Call.start(tree.tree(), text, drill, at);
        var waiting = new ArrayList<String>();
        for (int i = 0; i < 400 && !call.state().over(); i++) {
            var before = call;
            call = call.at(at);
            for (var event : call.since(before))
                if (event instanceof CallEvent.Told told && draw.chance(willing)) waiting.add(told.person());
            at = at.plus(STEP.multipliedBy(draw.between(1, 4)));
            if (!waiting.isEmpty() && draw.chance(0.4)) {
                var person = waiting.removeFirst();
                call = call.answered(person, draw.chance(0.85) ? Answer.COMING : Answer.UNABLE, at);
            }
        }
        if (call.state() != Call.State.ENDED) call = call.ended("상황이 끝남", at.plus(Duration.ofHours(3)));
        keep(tree.id(), call, text);
    }

    private void keep(UUID tree, Call call, String text) {
        int serial = store.insert(tree, call, text, "", OFFICE);
        int number = 0;
        for (var event : call.events()) {
            var via = event instanceof CallEvent.Answered ? Via.LINK : null;
            if (number > 0) store.append(serial, number, event, via, null, null);
            number++;
        }
        store.stand(serial, call, null);
    }
}
