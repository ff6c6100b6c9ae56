package kr.madang.notices.recipients.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.kernel.seed.Draw;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Bulk;
import kr.madang.notices.recipients.Consent;
import kr.madang.notices.recipients.Purpose;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Topic;
import org.jspecify.annotations.Nullable;

/** Makes up the people of the demo office, month by month: who comes, who goes, and who is deleted a month after going. */
final class SeededPeople {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate TOPICS_SINCE = LocalDate.of(2019, 1, 1);
    private static final LocalDate ADVERTISING_SINCE = LocalDate.of(2015, 1, 1);
    /** Whoever went before is deleted by now. */
    private static final LocalDate DELETED_UNTIL = LocalDate.of(2026, 8, 31);

    private static final int[] DONG_WEIGHTS = {6, 7, 10, 6, 5, 4, 6, 5, 8, 6, 5, 4, 5, 6, 7, 4, 5, 6};
    private static final int[] AGE_WEIGHTS = {2, 9, 18, 22, 21, 17, 11};
    private static final int NUMBERS = 1_000_000;
    private static final int STRIDE = 618_033;

    /** A deletion that took place. */
    record Erased(UUID id, Instant at, int people, List<UUID> contacts) {}

    private static final class Living {
        private final UUID person;
        private final Registry.About about;
        private final Instant since;
        private final List<Bulk.Way> ways = new ArrayList<>();
        private final List<Bulk.Agreed> agreed = new ArrayList<>();

        Living(UUID person, Registry.About about, Instant since) {
            this.person = person;
            this.about = about;
            this.since = since;
        }
    }

    private final Draw draw;
    private final List<String> dongs;
    private final List<Living> living = new ArrayList<>();
    private final List<Integer> present = new ArrayList<>();
    private final List<Erased> erased = new ArrayList<>();
    private int number;

    final List<Bulk.Person> people = new ArrayList<>();
    final List<Bulk.Way> ways = new ArrayList<>();
    final List<Bulk.Agreed> agreed = new ArrayList<>();

    SeededPeople(Draw draw, List<String> dongs) {
        this.draw = draw;
        this.dongs = dongs;
    }

    List<Erased> erased() {
        return erased;
    }

    SeededPeople live(List<SeededPlan> plan) {
        for (var month : plan) {
            for (var at : moments(month.month(), month.came())) come(at, Channel.SMS);
            for (var at : moments(month.month(), month.came() / 34)) come(at, Channel.EMAIL);
            if (month.month().getYear() >= 2021)
                for (var at : moments(month.month(), month.came() / 11)) come(at, Channel.PUSH);
            go(month);
        }
        for (var one : living) keep(one, null, null);
        return this;
    }

    private List<Instant> moments(YearMonth month, int count) {
        var within = Period.month(month.getYear(), month.getMonthValue());
        var moments = new ArrayList<Instant>();
        for (int i = 0; i < count; i++) moments.add(draw.moment(draw.day(within)));
        moments.sort(null);
        return moments;
    }

    private void come(Instant at, Channel channel) {
        var dong = draw.chance(0.03) ? "" : dongs.get(weighted(DONG_WEIGHTS) % dongs.size());
        var age = draw.chance(0.05) ? null : AgeBand.values()[weighted(AGE_WEIGHTS)];
        var one = new Living(draw.id(at), new Registry.About(dong, age), at);
        attach(one, channel, at);
        if (channel == Channel.SMS && draw.chance(0.065)) attach(one, Channel.EMAIL, at);
        if (channel == Channel.SMS) present.add(living.size());
        living.add(one);
    }

    private int weighted(int[] weights) {
        int whole = 0;
        for (int weight : weights) whole += weight;
        int at = draw.between(0, whole - 1);
        int i = 0;
        while (at >= weights[i]) at -= weights[i++];
        return i;
    }

    private void attach(Living one, Channel channel, Instant at) {
        var way = draw.id(at);
        one.ways.add(new Bulk.Way(way, one.person, channel, address(channel), at, null, null));
        var day = at.atZone(SEOUL).toLocalDate();
        var source = source(day);
        var wording = day.getYear() < 2015 ? "2010-1" : day.getYear() < 2023 ? "2015-1" : "2023-1";
        if (!day.isBefore(TOPICS_SINCE) && draw.chance(0.4))
            for (var topic : topics()) one.agreed.add(agreed(way, Purpose.PUBLIC, topic, at, source, wording));
        else one.agreed.add(agreed(way, Purpose.PUBLIC, "", at, source, wording));
        if (!day.isBefore(ADVERTISING_SINCE) && draw.chance(0.11)) {
            one.agreed.add(agreed(way, Purpose.ADVERTISING, "", at, source, wording));
            if (draw.chance(0.2)) one.agreed.add(agreed(way, Purpose.NIGHT, "", at, source, wording));
        }
    }

    private List<String> topics() {
        int first = draw.between(0, Topic.values().length - 1);
        int count = draw.between(1, 3);
        var topics = new ArrayList<String>();
        for (int i = 0; i < count; i++) topics.add(Topic.values()[(first + i * 3) % Topic.values().length].name());
        return topics;
    }

    private static Bulk.Agreed agreed(
            UUID way, Purpose purpose, String topic, Instant at, Consent.Source source, String wording) {
        return new Bulk.Agreed(way, new Consent(purpose, topic, at, source, wording, null, null));
    }

    private Consent.Source source(LocalDate day) {
        if (day.getYear() < 2013) return draw.chance(0.6) ? Consent.Source.PAPER : Consent.Source.COUNTER;
        return draw.chance(0.7) ? Consent.Source.WEB : draw.chance(0.5) ? Consent.Source.COUNTER : Consent.Source.EVENT;
    }

    /** Numbers of an exchange that is never assigned, 010-00xx-xxxx, and addresses and browsers of a domain that cannot exist. */
    private Address address(Channel channel) {
        int i = number++;
        int scattered = (int) ((long) i * STRIDE % NUMBERS);
        return switch (channel) {
            case SMS -> new Address(channel, "01000%06d".formatted(scattered));
            case EMAIL -> new Address(channel, "resident%06d@mail.madang.example".formatted(scattered));
            case PUSH -> new Address(channel, SeededBrowsers.line(scattered));
        };
    }

    // ------------------------------------------------------------------ going

    private void go(SeededPlan month) {
        var at = moments(month.month(), month.went());
        var gone = new ArrayList<Living>();
        var when = new ArrayList<Instant>();
        for (var moment : at) {
            int place = draw.between(0, present.size() - 1);
            int index = present.get(place);
            present.set(place, present.getLast());
            present.removeLast();
            var one = living.get(index);
            gone.add(one);
            when.add(one.since.isAfter(moment) ? one.since.plusSeconds(60) : moment);
            living.set(index, NOBODY);
        }
        leave(month.month(), gone, when);
    }

    private static final Living NOBODY = new Living(new UUID(0, 0), Registry.About.NOTHING, Instant.EPOCH);

    private void leave(YearMonth month, List<Living> gone, List<Instant> when) {
        // the month after next, so that everybody has been gone for a month
        var first = month.plusMonths(2).atDay(1);
        boolean delete = !gone.isEmpty() && !first.isAfter(DELETED_UNTIL);
        var at = first.atTime(3, 10).atZone(SEOUL).toInstant();
        var deletion = delete ? draw.id(at) : null;
        var contacts = new ArrayList<UUID>();
        for (int i = 0; i < gone.size(); i++) {
            withdraw(gone.get(i), when.get(i));
            keep(gone.get(i), delete ? at : null, deletion);
            gone.get(i).ways.forEach(way -> contacts.add(way.id()));
        }
        if (deletion != null) erased.add(new Erased(deletion, at, gone.size(), contacts));
    }

    private void withdraw(Living one, Instant at) {
        var how = draw.chance(0.5) ? Consent.Withdrawal.ONE_CLICK : Consent.Withdrawal.SELF;
        one.agreed.replaceAll(a -> {
            var c = a.consent();
            return new Bulk.Agreed(
                    a.way(), new Consent(c.purpose(), c.topic(), c.givenAt(), c.source(), c.wording(), at, how));
        });
    }

    private void keep(Living one, @Nullable Instant deletedAt, @Nullable UUID deletion) {
        if (one == NOBODY) return;
        people.add(new Bulk.Person(one.person, one.about, one.since, deletedAt));
        for (var way : one.ways)
            ways.add(new Bulk.Way(
                    way.id(),
                    way.person(),
                    way.channel(),
                    deletion == null ? way.address() : null,
                    way.addedAt(),
                    deletedAt,
                    deletion));
        agreed.addAll(one.agreed);
    }
}
