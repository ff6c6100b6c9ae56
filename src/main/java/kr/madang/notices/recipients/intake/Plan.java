package kr.madang.notices.recipients.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Bulk;
import kr.madang.notices.recipients.Consent;
import kr.madang.notices.recipients.Consents;
import kr.madang.notices.recipients.Purpose;
import kr.madang.notices.recipients.Wish;

/**
 * What taking rows over comes to (가져오기 계획): new people, further ways and consents of known ones, and those of whom nothing changes. A
 * file never brings back what somebody has taken back since they signed it.
 */
final class Plan {
    final List<Bulk.Person> people = new ArrayList<>();
    final List<Bulk.Way> ways = new ArrayList<>();
    final List<Bulk.Agreed> agreed = new ArrayList<>();
    final List<Finding> notes = new ArrayList<>();
    int added;
    int joined;
    int known;

    private final String wording;
    private final Map<Address, Bulk.Known> there;
    private final Map<UUID, Consents> consents;
    private final Instant now;

    Plan(String wording, Map<Address, Bulk.Known> there, Map<UUID, Consents> consents, Instant now) {
        this.wording = wording;
        this.there = there;
        this.consents = consents;
        this.now = now;
    }

    Plan of(List<Entry> entries) {
        entries.forEach(this::add);
        return this;
    }

    private void add(Entry entry) {
        var owner = entry.addresses().stream()
                .map(there::get)
                .filter(Objects::nonNull)
                .findFirst();
        var person = owner.map(Bulk.Known::person).orElseGet(() -> Id.next(now));
        if (owner.isEmpty()) people.add(new Bulk.Person(person, entry.about(), now, null));
        boolean changed = false;
        boolean withdrew = false;
        for (var address : entry.addresses()) {
            var mine = there.get(address);
            if (mine == null) {
                var way = Id.next(now);
                ways.add(new Bulk.Way(way, person, address.channel(), address, now, null, null));
                for (var item : entry.wish().items()) agreed.add(agreed(way, item, entry));
                changed = true;
            } else {
                var before = consents.getOrDefault(mine.way(), Consents.NONE);
                for (var item : entry.wish().items()) {
                    if (stands(before, item)) continue;
                    if (withdrawnSince(before, item.purpose(), entry.givenAt())) withdrew = true;
                    else {
                        agreed.add(agreed(mine.way(), item, entry));
                        changed = true;
                    }
                }
            }
        }
        if (owner.isEmpty()) added++;
        else if (changed) joined++;
        else known++;
        if (withdrew) notes.add(Finding.note(entry.line(), "notices.intake.withdrew"));
        else if (owner.isPresent() && !changed) notes.add(Finding.note(entry.line(), "notices.intake.known"));
    }

    /** Somebody who agreed to everything agreed to every topic. */
    private boolean stands(Consents before, Wish.Item item) {
        return before.standing(now).stream()
                .anyMatch(c -> c.purpose() == item.purpose()
                        && (c.topic().isEmpty() || c.topic().equals(item.topic())));
    }

    private static boolean withdrawnSince(Consents before, Purpose purpose, Instant given) {
        return before.all().stream()
                .filter(c -> c.purpose() == purpose)
                .map(Consent::withdrawnAt)
                .anyMatch(at -> at != null && !at.isBefore(given));
    }

    private Bulk.Agreed agreed(UUID way, Wish.Item item, Entry entry) {
        return new Bulk.Agreed(
                way, new Consent(item.purpose(), item.topic(), entry.givenAt(), entry.source(), wording, null, null));
    }
}
