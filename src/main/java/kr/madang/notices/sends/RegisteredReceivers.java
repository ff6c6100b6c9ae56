package kr.madang.notices.sends;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.madang.kernel.web.Words;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.recipients.Addresses;
import kr.madang.notices.recipients.Audience;
import kr.madang.notices.recipients.Recipients;
import kr.madang.notices.recipients.Segments;
import org.springframework.stereotype.Component;

/** Those who stand in the registry of recipients (등록 수신자). */
@Component
class RegisteredReceivers implements Receivers {
    private static final String EVERYBODY = "all";
    private static final Set<String> FIELDS = Set.of("동");

    private final Recipients recipients;
    private final Addresses addresses;
    private final Segments segments;

    RegisteredReceivers(Recipients recipients, Addresses addresses, Segments segments) {
        this.recipients = recipients;
        this.addresses = addresses;
        this.segments = segments;
    }

    @Override
    public List<Group> groups() {
        return Stream.concat(Stream.of(everybody()), segments.all().stream().map(RegisteredReceivers::group))
                .toList();
    }

    @Override
    public Optional<Group> find(String key) {
        if (key.equals(EVERYBODY)) return Optional.of(everybody());
        try {
            return segments.find(UUID.fromString(key)).map(RegisteredReceivers::group);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Group everybody() {
        var all = Audience.everybody();
        return new Group(EVERYBODY, Words.here("notices.send.everybody"), all.json(), all.words());
    }

    private static Group group(Segments.Segment segment) {
        var audience = segment.audience();
        return new Group(
                segment.id().toString(), segment.name(), audience.json(), segment.name() + ": " + audience.words());
    }

    @Override
    public Set<String> fields() {
        return FIELDS;
    }

    @Override
    public int count(String audience, Channel channel, Kind kind, Instant at) {
        return recipients.count(Audience.of(audience), channel, kind, at);
    }

    @Override
    public int freeze(int send, String audience, Channel channel, Kind kind, Instant at) {
        return recipients.freeze(send, Audience.of(audience), channel, kind, at);
    }

    @Override
    public Map<UUID, Opened> open(Collection<UUID> contacts) {
        var opened = new HashMap<UUID, Opened>();
        addresses.open(contacts).forEach((id, one) -> opened.put(id, new Opened(one.address(), one.fields())));
        return opened;
    }

    @Override
    public Map<UUID, String> barred(
            Collection<UUID> contacts, String audience, Channel channel, Kind kind, Instant at) {
        return addresses.barred(contacts, channel, kind, Audience.of(audience).topics(), at);
    }

    @Override
    public Map<UUID, String> masked(Collection<UUID> contacts) {
        var masked = new HashMap<UUID, String>();
        addresses.open(contacts).forEach((id, one) -> masked.put(id, Masks.of(one.address())));
        return masked;
    }
}
