package kr.madang.press.web.releases;

import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Waiting;
import kr.madang.press.releases.ReleaseList;
import kr.madang.press.releases.Requests;
import kr.madang.press.releases.Version;
import org.springframework.stereotype.Component;

/** Releases that wait for somebody at the press desk (보도자료 할 일). */
@Component
class ReleasesWaiting implements Waiting {
    private final ReleaseList releases;
    private final Requests requests;

    ReleasesWaiting(ReleaseList releases, Requests requests) {
        this.releases = releases;
        this.requests = requests;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (!actor.may("press", Level.WORK)) return List.of();
        var items = new ArrayList<Item>();
        long asked = requests.waiting();
        if (asked > 0) items.add(new Item("press.waiting.requests", "/desk/press/requests", asked, 0, 400));
        add(items, Version.State.REVIEW, "press.waiting.review", 401);
        add(items, Version.State.RETURNED, "press.waiting.returned", 402);
        return items;
    }

    private void add(List<Item> items, Version.State state, String title, int order) {
        long count = releases.count(new ReleaseList.Query("", state.name()));
        var path = "/desk/press/releases?state=" + state.word();
        if (count > 0) items.add(new Item(title, path, count, 0, order));
    }
}
