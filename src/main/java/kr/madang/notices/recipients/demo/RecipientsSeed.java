package kr.madang.notices.recipients.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import kr.madang.kernel.Korean;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Audience;
import kr.madang.notices.recipients.Bulk;
import kr.madang.notices.recipients.Dongs;
import kr.madang.notices.recipients.Erasure;
import kr.madang.notices.recipients.Segments;
import kr.madang.notices.recipients.Topic;
import org.springframework.stereotype.Component;

/** Sows the recipients of the demo office: 86,289 of them on 31 May 2023, out of sixteen years of coming and going. */
@Component
class RecipientsSeed implements Seed {
    private final Bulk bulk;
    private final Dongs dongs;
    private final Segments segments;
    private final Erasure erasure;

    RecipientsSeed(Bulk bulk, Dongs dongs, Segments segments, Erasure erasure) {
        this.bulk = bulk;
        this.dongs = dongs;
        this.segments = segments;
        this.erasure = erasure;
    }

    @Override
    public int order() {
        return 450;
    }

    @Override
    public String title() {
        return "문자알림 수신자";
    }

    @Override
    public String sow(Draw draw) {
        var seeded = new SeededPeople(draw, dongs.all()).live(SeededPlan.months());
        // in the order they came, for their numbers to say so
        seeded.people.sort(Comparator.comparing(Bulk.Person::addedAt));
        bulk.fill(seeded.people, seeded.ways, seeded.agreed);
        for (var line : seeded.erased())
            erasure.retell(
                    line.id(), line.at(), line.people(), line.contacts(), Erasure.Cause.RETENTION, "보유기간 30일 경과");
        segments();
        return "수신자 " + Korean.number(seeded.people.size()) + "명(파기 포함)";
    }

    private void segments() {
        segments.save(Actor.SYSTEM, "당산동 주민", Channel.SMS, new Audience(Set.of("당산1동", "당산2동"), Set.of(), Set.of()));
        segments.save(
                Actor.SYSTEM,
                "어르신 복지·건강 소식",
                Channel.SMS,
                new Audience(
                        Set.of(),
                        Set.of(AgeBand.SIXTIES, AgeBand.SEVENTIES),
                        Set.copyOf(List.of(Topic.WELFARE.name(), Topic.HEALTH.name()))));
        segments.save(
                Actor.SYSTEM,
                "문화 행사 전자우편",
                Channel.EMAIL,
                new Audience(Set.of(), Set.of(), Set.of(Topic.CULTURE.name())));
    }
}
