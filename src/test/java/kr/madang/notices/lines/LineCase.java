package kr.madang.notices.lines;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.madang.OfficeTest;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.simulator.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office with its people and a center to which lines can be opened; every line is switched off afterwards. */
@OfficeTest
abstract class LineCase {
    static final Actor MANAGER = actor("manager", Level.MANAGE);
    static final Actor CLERK = actor("clerk", Level.WORK);
    static final Actor VIEWER = actor("viewer", Level.VIEW);
    static final AtomicInteger NUMBER = new AtomicInteger();
    static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    LineDesk desk;

    @Autowired
    Lines lines;

    @Autowired
    Healths healths;

    @Autowired
    LineKeeper keeper;

    @Autowired
    Judging judging;

    @Autowired
    LineStore store;

    @Autowired
    LineStates states;

    @Autowired
    Openings openings;

    @Autowired
    Phone phone;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationContext context;

    Simulator center;

    static Actor actor(String login, Level level) {
        return new Actor(UUID.randomUUID(), login, login, "press", Map.of("notices", level));
    }

    @BeforeEach
    void open() throws IOException {
        center = Simulator.start(new Simulator.Settings(0, "office", "secret"), Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        for (var line : desk.all(MANAGER)) if (line.running()) desk.turn(MANAGER, line.number(), false, "시험 끝");
        desk.look();
        center.close();
    }

    Map<String, String> contract(String password) {
        return Map.of(
                "host",
                "localhost",
                "port",
                Integer.toString(center.port()),
                "systemid",
                "office",
                "password",
                password);
    }

    int line(String name, int rate) {
        int number = desk.add(
                MANAGER, LineKind.SMPP, new LineDesk.Draft(name + NUMBER.incrementAndGet(), rate, contract("secret")));
        desk.turn(MANAGER, number, true, "시험");
        desk.look();
        return number;
    }

    Lines.Line up(int number) {
        await().atMost(SOON)
                .until(() -> lines.find(number).isPresent()
                        && lines.find(number).get().carrier().trouble().isEmpty());
        return lines.find(number).orElseThrow();
    }

    static List<Parcel> parcels(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new Parcel(
                        new Parcel.Reference(1, row, 1), "0100000%04d".formatted(row), "0226704114", "", "알림"))
                .toList();
    }

    static List<Answer> hand(Lines.Line line, int count) {
        return line.carrier().hand(parcels(count), Instant.now().plusSeconds(20));
    }
}
