package kr.madang.notices.api;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.web.Words;
import kr.madang.notices.ledger.State;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.singles.Single;
import kr.madang.notices.singles.SingleList;
import kr.madang.notices.singles.Singles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What programs do with their keys (연계 발송): messages are written down once, and asked about as often as they like. */
@Component
public class ApiMessages {
    public static final int MOST = 100;
    private static final TypeReference<List<Accepted>> ANSWER = new TypeReference<>() {};

    private final Singles singles;
    private final SingleList list;
    private final ApiKeys keys;
    private final Quotas quotas;
    private final Onces onces;
    private final Clock clock;
    private final JsonMapper json;

    ApiMessages(
            Singles singles, SingleList list, ApiKeys keys, Quotas quotas, Onces onces, Clock clock, JsonMapper json) {
        this.singles = singles;
        this.list = list;
        this.keys = keys;
        this.quotas = quotas;
        this.onces = onces;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Writes all of them down, or none.
     *
     * @param once the caller's own name for this; empty when he gives none
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public List<Accepted> post(ApiKey key, List<@Nullable NewMessage> asked, String once) {
        if (asked.isEmpty() || asked.size() > MOST) throw Refused.invalid("notices.api.many", MOST);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (once.isEmpty()) return written(key, asked, now);
        var before = onces.begin(key.id(), once, KeySeal.digest(json.writeValueAsBytes(asked)), now);
        if (before.isPresent()) return json.readValue(before.get(), ANSWER);
        var answer = written(key, asked, now);
        onces.answered(key.id(), once, json.writeValueAsString(answer));
        return answer;
    }

    private List<Accepted> written(ApiKey key, List<@Nullable NewMessage> asked, Instant now) {
        var messages = read(key, asked);
        quotas.month(key, messages.size());
        var ids = singles.post(key.caller(), messages);
        var answer = new ArrayList<Accepted>();
        for (int i = 0; i < ids.size(); i++) {
            var single = messages.get(i);
            answer.add(new Accepted(
                    ids.get(i),
                    new Address(single.channel(), single.address()).masked(),
                    single.channel().name(),
                    single.reference(),
                    State.QUEUED.word(),
                    now));
        }
        return answer;
    }

    private List<Single> read(ApiKey key, List<@Nullable NewMessage> asked) {
        var finders = key.addresses().stream().map(ApiKey.Listed::finder).collect(Collectors.toSet());
        var writing = new Writing(key, address -> finders.contains(keys.finder(address)));
        var messages = new ArrayList<Single>();
        for (var one : asked)
            try {
                messages.add(writing.single(one));
            } catch (Refused refused) {
                if (asked.size() == 1) throw refused;
                throw Refused.invalid(
                        "notices.api.batch",
                        messages.size() + 1,
                        Words.here(refused.code(), refused.args().toArray()));
            }
        return messages;
    }

    /** One of the key's own. */
    public SingleList.Item get(ApiKey key, UUID id) {
        return list.find(key.id(), id).orElseThrow(() -> Refused.missing("notices.api.message"));
    }

    /** The key's own, the newest first. */
    public Slice<SingleList.Item> list(ApiKey key, String reference, String state, @Nullable String cursor, int size) {
        return list.of(key.id(), reference.strip(), state(state).orElse(null), cursor, size);
    }

    private static Optional<State> state(String typed) {
        if (typed.isBlank()) return Optional.empty();
        try {
            return Optional.of(State.valueOf(typed.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("notices.api.state");
        }
    }
}
