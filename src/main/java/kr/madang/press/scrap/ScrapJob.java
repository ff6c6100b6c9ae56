package kr.madang.press.scrap;

import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import kr.madang.kernel.news.Desk;
import kr.madang.kernel.news.Desks;
import org.springframework.stereotype.Component;

/** At half past seven on working days (스크랩 자동 발행): opens the edition, and publishes it when the office wishes so. */
@Component
class ScrapJob implements Job, Desks {
    private final Editions editions;
    private final Publishing publishing;
    private final ScrapSettings settings;
    private final Workdays workdays;

    ScrapJob(Editions editions, Publishing publishing, ScrapSettings settings, Workdays workdays) {
        this.editions = editions;
        this.publishing = publishing;
        this.settings = settings;
        this.workdays = workdays;
    }

    @Override
    public String name() {
        return "press.scrap";
    }

    @Override
    public Timing timing() {
        return Timing.daily(Span.HOUR.getHour(), Span.HOUR.getMinute());
    }

    @Override
    public String run() {
        var today = editions.today();
        if (!workdays.works(today)) return "쉬는 날";
        var edition = editions.open(Actor.SYSTEM, today);
        int items = editions.entries(edition).size();
        if (edition.published()) return "이미 발행함";
        if (!settings.wish().byClock()) return "기사 " + items + "건을 모음";
        if (items == 0) return "실을 기사가 없어 발행하지 않음";
        publishing.publish(Actor.SYSTEM, today, "");
        return "기사 " + items + "건으로 발행함";
    }

    @Override
    public List<Desk> desks() {
        return List.of(new Desk("press", "scrap", "press.scrap.desk", Level.VIEW));
    }
}
