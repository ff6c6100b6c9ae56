package kr.madang.notices.recipients.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Residents;
import kr.madang.notices.recipients.Wish;
import kr.madang.notices.singles.CodeTray;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time codes: they open once, for a while, for whoever got them, and tell nobody anything. */
@OfficeTest
class DoorTests {
    private static final AtomicInteger NUMBER = new AtomicInteger(1);
    private static final Asking ASKING =
            new Asking(Registry.About.NOTHING, new Wish(true, Set.of(), true, false, true));

    @Autowired
    Door door;

    @Autowired
    CodeTray letters;

    @Autowired
    Residents residents;

    @Autowired
    Pass pass;

    @Autowired
    JdbcClient db;

    private static Address address() {
        return Address.of(Channel.SMS, "0105%07d".formatted(NUMBER.incrementAndGet()));
    }

    private static String client() {
        return "10.1.2." + NUMBER.incrementAndGet();
    }

    private String code(Address to) {
        var letter = letters.newest(50).stream()
                .filter(l -> l.address().equals(to.value()))
                .findFirst()
                .orElseThrow();
        var found = Pattern.compile(to.channel() == Channel.SMS ? "\\d{6}" : "code=([\\w-]{20})")
                .matcher(letter.text());
        assertThat(found.find()).isTrue();
        return to.channel() == Channel.SMS ? found.group() : found.group(1);
    }

    private UUID ask(Address address) {
        return door.ask(Errand.SUBSCRIBE, address, ASKING, client());
    }

    @Test
    void nothingIsAgreedToBeforeTheCodeIsTyped() {
        var address = address();
        var id = ask(address);
        assertThat(residents.find(address)).isEmpty();
        var opened = door.open(id, " " + code(address) + " ");
        assertThat(opened).isPresent();
        var contact = residents.find(address).orElseThrow();
        assertThat(opened.get().contact()).isEqualTo(contact.id());
        assertThat(contact.consents().standing(Instant.now())).hasSize(2);
        assertThat(door.open(id, code(address))).as("a second time").isEmpty();
    }

    @Test
    void aLinkInALetterOpensToo() {
        var address = Address.of(Channel.EMAIL, "door" + System.nanoTime() + "@madang.example");
        var id = ask(address);
        assertThat(door.open(id, code(address))).isPresent();
    }

    @Test
    void fiveWrongGuessesCloseIt() {
        var address = address();
        var id = ask(address);
        var code = code(address);
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < Door.ATTEMPTS; i++) assertThat(door.open(id, wrong)).isEmpty();
        assertThat(door.open(id, code)).isEmpty();
        assertThat(door.get(id).open()).isFalse();
        assertThat(residents.find(address)).isEmpty();
    }

    @Test
    void manyGuessesAtOnceAreNoMoreThanFive() throws Exception {
        var address = address();
        var id = ask(address);
        var code = Integer.parseInt(code(address));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 40; i++) {
                var guess = "%06d".formatted((code + i) % 1_000_000);
                pool.submit(() -> door.open(id, guess));
            }
        }
        assertThat(db.sql("select attempts from notices.door_code where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(Door.ATTEMPTS);
        assertThat(door.open(id, "%06d".formatted(code))).isEmpty();
    }

    @Test
    void theRightCodeOpensForOneOfManyWhoTypeItAtOnce() throws Exception {
        var address = address();
        var id = ask(address);
        var code = code(address);
        var opened = new AtomicInteger();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++)
                pool.submit(() -> {
                    if (door.open(id, code).isPresent()) opened.incrementAndGet();
                });
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void aCodeRunsOut() {
        var address = address();
        var id = ask(address);
        db.sql("update notices.door_code set expires_at = now() - interval '1 second' where id = :id")
                .param("id", id)
                .update();
        assertThat(door.open(id, code(address))).isEmpty();
        assertThat(door.get(id).open()).isFalse();
    }

    @Test
    void theCodeOfOneAskingDoesNotOpenAnother() {
        var mine = address();
        var theirs = address();
        ask(mine);
        assertThat(door.open(ask(theirs), code(mine))).isEmpty();
    }

    @Test
    void whetherAnAddressIsKnownChangesNothingThatCanBeSeen() {
        var known = address();
        door.open(ask(known), code(known));
        var unknown = address();
        int before = letters.newest(50).size();
        var one = door.get(door.ask(Errand.MINE, known, Asking.nothing(), client()));
        var other = door.get(door.ask(Errand.MINE, unknown, Asking.nothing(), client()));
        assertThat(other.open()).isEqualTo(one.open()).isTrue();
        assertThat(other.errand()).isEqualTo(one.errand());
        assertThat(letters.newest(50)).noneMatch(l -> l.address().equals(unknown.value()));
        assertThat(before).isPositive();
        assertThat(door.open(other.id(), "000000")).isEmpty();
        assertThat(door.open(one.id(), code(known))).isPresent();
        // the limits do not know the difference either
        for (int i = 0; i < 2; i++) door.ask(Errand.MINE, unknown, Asking.nothing(), client());
        assertThatThrownBy(() -> door.ask(Errand.MINE, unknown, Asking.nothing(), client()))
                .hasMessageContaining("notices.door.many");
    }

    @Test
    void askingTooOftenIsRefusedByAddressAndByClient() {
        var address = address();
        for (int i = 0; i < 3; i++) ask(address);
        assertThatThrownBy(() -> ask(address)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_MANY);
            assertThat(refused.code()).isEqualTo("notices.door.many");
        });
        var client = client();
        for (int i = 0; i < 30; i++) door.ask(Errand.SUBSCRIBE, address(), ASKING, client);
        assertThatThrownBy(() -> door.ask(Errand.SUBSCRIBE, address(), ASKING, client))
                .hasMessageContaining("notices.door.many");
    }

    @Test
    void manyWhoAskForOneAddressAtOnceGetThreeCodes() throws Exception {
        var address = address();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) pool.submit(() -> ask(address));
        }
        assertThat(letters.newest(100).stream().filter(l -> l.address().equals(address.value())))
                .hasSize(3);
    }

    @Test
    void noCodeAndNoAddressStandsInClear() {
        var address = address();
        var id = ask(address);
        var all = db.sql("""
                select (select row_to_json(d)::text from notices.door_code d where d.id = :id)
                    || (select string_agg(row_to_json(l)::text, '') from notices.single l)""").param("id", id).query(String.class).single();
        assertThat(all).doesNotContain(code(address)).doesNotContain(address.value());
        assertThat(letters.newest(1).getFirst().toString()).doesNotContain(address.value());
    }

    @Test
    void whatAsksForNothingIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> door.ask(Errand.SUBSCRIBE, address(), Asking.nothing(), client()))
                .hasMessageContaining("notices.wish.nothing");
        var night = new Asking(Registry.About.NOTHING, new Wish(true, Set.of(), false, true, true));
        assertThatThrownBy(() -> door.ask(Errand.SUBSCRIBE, address(), night, client()))
                .hasMessageContaining("notices.wish.night");
    }

    @Test
    void tokensAreOursOrNothing() {
        var contact = UUID.randomUUID();
        assertThat(pass.in(pass.in(contact))).contains(contact);
        assertThat(pass.contact(pass.out(contact))).contains(contact);
        assertThat(pass.contact(pass.in(contact))).isEmpty();
        assertThat(pass.in(pass.out(contact))).isEmpty();
        var token = pass.out(contact);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(pass.contact(token.substring(0, i) + other + token.substring(i + 1)))
                    .isEmpty();
        }
        for (var junk : new String[] {"", "x", "%", token + "A", token.repeat(5), "../../etc"})
            assertThat(pass.contact(junk)).isEmpty();
    }
}
