package kr.madang.notices.sends;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.carriers.smpp.SmppCarrier;
import kr.madang.notices.carriers.smpp.SmppSettings;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.ledger.State;
import kr.madang.notices.running.Exits;
import kr.madang.notices.simulator.Faults;
import kr.madang.notices.simulator.Received;
import kr.madang.notices.simulator.Simulator;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town of people with numbered telephones and one message center, in the place of the registry and the lines. */
@TestConfiguration(proxyBeanMethods = false)
public class Town {
    static final int CARRIER = 7;

    /** The audience is how many people it is. */
    public static class People implements Receivers {
        private final JdbcClient db;
        final Map<UUID, String> barred = new HashMap<>();

        People(JdbcClient db) {
            this.db = db;
        }

        @Override
        public List<Group> groups() {
            return List.of(new Group("all", "모두", "300", "모두"), new Group("few", "몇 사람", "5", "몇 사람"));
        }

        @Override
        public Optional<Group> find(String key) {
            return groups().stream().filter(g -> g.key().equals(key)).findFirst();
        }

        @Override
        public Set<String> fields() {
            return Set.of("이름", "동");
        }

        @Override
        public int count(String audience, Channel channel, Kind kind, Instant at) {
            return people(audience);
        }

        /** Whatever is no number is a village. */
        private static int people(String audience) {
            return audience.matches("[0-9]+") ? Integer.parseInt(audience) : 300;
        }

        @Override
        public int freeze(int send, String audience, Channel channel, Kind kind, Instant at) {
            return db.sql("""
                    insert into notices.message (send, row, contact)
                    select :send, n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
                    from generate_series(1, :rows) n""")
                    .param("send", send)
                    .param("rows", people(audience))
                    .update();
        }

        @Override
        public Map<UUID, Opened> open(Collection<UUID> contacts) {
            var opened = new HashMap<UUID, Opened>();
            for (var contact : contacts)
                opened.put(
                        contact,
                        new Opened(
                                "010%08d".formatted(contact.getLeastSignificantBits() & 0xFFFFFFFFL),
                                Map.of("이름", "김하나", "동", "당산1동")));
            return opened;
        }

        @Override
        public Map<UUID, String> barred(
                Collection<UUID> contacts, String audience, Channel channel, Kind kind, Instant at) {
            return Map.copyOf(barred);
        }

        @Override
        public Map<UUID, String> masked(Collection<UUID> contacts) {
            var masked = new HashMap<UUID, String>();
            open(contacts).forEach((id, one) -> masked.put(id, Masks.of(one.address())));
            return masked;
        }
    }

    /** One line to the message center, slow when a test wants it. */
    public static class Center implements Exits, Trials.Way, AutoCloseable {
        public final List<Received> phones = new CopyOnWriteArrayList<>();
        private final Simulator simulator;
        private final Carrier carrier;

        Center(Ledger ledger) throws IOException {
            simulator = Simulator.start(new Simulator.Settings(0, "madang", "secret"), Clock.systemUTC());
            simulator.listen(phones::add);
            var settings = SmppSettings.of("localhost", simulator.port(), "madang", "secret")
                    .window(20, Duration.ofSeconds(5));
            carrier = new SmppCarrier(settings, new Told(ledger), Clock.systemUTC());
        }

        public void slow(Duration delay) {
            simulator.behave(Faults.NONE.delay(delay));
        }

        @Override
        public List<Exit> open(Channel channel) {
            return channel == Channel.SMS ? List.of(new Exit(CARRIER, carrier)) : List.of();
        }

        @Override
        public Optional<Exit> choose(Channel channel) {
            return open(channel).stream().findFirst();
        }

        @Override
        public void seen(Exit exit, List<Answer> answers, Duration took) {}

        @Override
        public Answer hand(Channel channel, Parcel parcel, Instant until) {
            return carrier.hand(List.of(parcel), until).getFirst();
        }

        @Override
        public void close() throws IOException {
            carrier.close();
            simulator.close();
        }
    }

    private record Told(Ledger ledger) implements Receipts {
        @Override
        public void received(List<Receipts.Receipt> receipts) {
            ledger.received(receipts.stream()
                    .map(r -> new kr.madang.notices.ledger.Receipt(
                            CARRIER, r.id(), State.valueOf(r.fate().name()), r.at(), r.code()))
                    .toList());
        }

        @Override
        public void late(Parcel.Reference reference, Answer answer) {
            if (answer instanceof Answer.Handed(String id))
                ledger.resolve(
                        reference.send(),
                        new Result(reference.row(), reference.attempt(), State.HANDED, CARRIER, id, ""));
        }
    }

    @Bean
    @Primary
    People people(JdbcClient db) {
        return new People(db);
    }

    @Bean
    @Primary
    Center center(Ledger ledger) throws IOException {
        return new Center(ledger);
    }
}
