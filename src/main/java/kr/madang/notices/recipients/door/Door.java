package kr.madang.notices.recipients.door;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import kr.madang.kernel.crypto.Signer;
import kr.madang.kernel.web.Words;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.CodePost;
import kr.madang.notices.recipients.Residents;
import kr.madang.notices.recipients.Sealing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets residents in by one-time codes (인증번호). Whether an address is known changes nothing that can be seen: the same row, the same
 * answer, the same limits; only the letter is not written for somebody who is not there.
 */
@Component
public class Door {
    private static final SealedColumn SEALED = SealedColumn.of("notices.door_code");
    public static final int ATTEMPTS = 5;

    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration LONG = Duration.ofMinutes(60);
    private static final int A_QUARTER = 3;
    private static final int A_DAY = 10;
    private static final int A_CLIENT_AN_HOUR = 30;
    private static final String PURPOSE = "notices.door";

    /** Somebody let in. */
    public record Opened(Errand errand, UUID contact) {}

    /** A code on its way, as the page that asks for it shows it. */
    public record Pending(UUID id, Errand errand, Channel channel, String masked, boolean open) {}

    private final DoorStore store;
    private final Residents residents;
    private final Sealing sealing;
    private final FieldCipher cipher;
    private final Signer signer;
    private final CodePost post;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final String site;
    private final SecureRandom random = new SecureRandom();

    Door(
            DoorStore store,
            Residents residents,
            Sealing sealing,
            FieldCipher cipher,
            Signer signer,
            CodePost post,
            TransactionOperations transaction,
            Clock clock,
            JsonMapper json,
            @Value("${madang.site:http://localhost:8080}") String site) {
        this.store = store;
        this.residents = residents;
        this.sealing = sealing;
        this.cipher = cipher;
        this.signer = signer;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        this.site = site;
    }

    /**
     * Sends a code to an address.
     *
     * @param client where the asking comes from, for limits
     * @return by which the code is typed in
     * @throws Refused too many, in words that are the same for known and unknown addresses
     */
    @Transactional
    public UUID ask(Errand errand, Address address, Asking asking, String client) {
        if (errand == Errand.SUBSCRIBE && !asking.wish().asksForAnything())
            throw Refused.invalid("notices.wish.nothing");
        if (asking.wish().night() && !asking.wish().advertising()) throw Refused.invalid("notices.wish.night");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var finder = address.channel() + sealing.finder(address);
        store.lock(client, finder);
        limit(finder, client, now);
        var id = Id.next(now);
        var code = code(address.channel());
        boolean told = errand == Errand.SUBSCRIBE || residents.find(address).isPresent();
        var row = new DoorStore.Row(
                id,
                errand,
                address.channel(),
                cipher.seal(address.value(), SEALED.place(id)),
                // nobody can type what nobody was told
                hash(id, told ? code : code + code(Channel.EMAIL)),
                json.writeValueAsString(asking),
                now.plus(address.channel() == Channel.SMS ? SHORT : LONG),
                0,
                false);
        store.insert(row, finder, client, now);
        if (told) write(address, id, code);
        return id;
    }

    private void limit(String finder, String client, Instant now) {
        boolean many = store.askedFor(finder, now.minus(Duration.ofMinutes(15))) >= A_QUARTER
                || store.askedFor(finder, now.minus(Duration.ofDays(1))) >= A_DAY
                || store.askedBy(client, now.minus(Duration.ofHours(1))) >= A_CLIENT_AN_HOUR;
        if (many) throw new Refused(Refused.Reason.TOO_MANY, "notices.door.many");
    }

    private void write(Address address, UUID id, String code) {
        boolean sms = address.channel() == Channel.SMS;
        var text = sms
                ? Words.here("notices.door.letter.sms", code)
                : Words.here("notices.door.letter.email", site + "/notices/codes/" + id + "?code=" + code, code);
        post.post(address.channel(), address.value(), sms ? "" : Words.here("notices.door.letter.subject"), text);
    }

    /** Six digits for a telephone, more for a link. */
    private String code(Channel channel) {
        if (channel == Channel.SMS) return "%06d".formatted(random.nextInt(1_000_000));
        var bytes = new byte[15];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String hash(UUID id, String code) {
        var signed = signer.sign(PURPOSE, (id + ":" + code).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signed);
    }

    /** @throws Refused {@code notices.door.unknown} */
    public Pending get(UUID id) {
        var row = store.find(id).orElseThrow(() -> Refused.missing("notices.door.unknown"));
        boolean open =
                !row.used() && row.attempts() < ATTEMPTS && row.expiresAt().isAfter(clock.instant());
        return new Pending(id, row.errand(), row.channel(), address(row).masked(), open);
    }

    /** Lets somebody in who types the code; each code opens once, and a wrong one costs an attempt. */
    public Optional<Opened> open(UUID id, String typed) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var code = typed.strip().replace(" ", "");
        // counted by itself, so that nothing that happens afterwards gives the attempt back
        boolean left = Boolean.TRUE.equals(transaction.execute(status -> store.attempt(id, ATTEMPTS, now)));
        if (!left || code.length() > 60) return Optional.empty();
        var row = store.find(id).orElseThrow(() -> Refused.missing("notices.door.unknown"));
        var expected = Base64.getDecoder().decode(row.hash());
        if (!signer.verifies(PURPOSE, (id + ":" + code).getBytes(StandardCharsets.UTF_8), expected))
            return Optional.empty();
        Optional<Opened> opened = transaction.execute(status -> store.use(id, now) ? admit(row) : Optional.empty());
        return Objects.requireNonNullElse(opened, Optional.empty());
    }

    private Optional<Opened> admit(DoorStore.Row row) {
        var address = address(row);
        return switch (row.errand()) {
            case SUBSCRIBE -> {
                var asking = json.readValue(row.wish(), Asking.class);
                var contact = residents.subscribe(address, asking.about(), asking.wish());
                yield Optional.of(new Opened(row.errand(), contact));
            }
            case MINE -> residents.find(address).map(c -> new Opened(row.errand(), c.id()));
        };
    }

    private Address address(DoorStore.Row row) {
        return new Address(row.channel(), cipher.open(row.sealed(), SEALED.place(row.id())));
    }

    /** Forgets codes of yesterday. @return how many */
    int forget() {
        return store.forget(clock.instant().minus(Duration.ofDays(1)));
    }

    @Bean
    static Resealable sealedDoorCodes(JdbcClient db) {
        return SEALED.in(db);
    }
}
