package kr.madang.press.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Releases as the search box of the desk finds them. */
class SearchableReleasesTests extends ReleaseCase {
    @Autowired
    SearchableReleases searchable;

    @Test
    void theNewestWordsAreFoundByThoseWhoWorkWithThem() {
        var release = releases.draft(officer, content("처음 쓴 글", null));
        releases.write(officer, release.serial(), 1, content("나중에 쓴 글", null));
        var found = searchable.load(List.of(release.id(), UUID.randomUUID()));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().text()).contains("나중에 쓴 글").doesNotContain("처음");
        assertThat(found.getFirst().link()).isEqualTo("/desk/press/releases/" + release.serial());
        var stranger = new Actor(UUID.randomUUID(), "s", "남", "", Map.of("approvals", Level.MANAGE));
        assertThat(searchable.tokens(stranger)).isEmpty();
        assertThat(searchable.mayRead(stranger, List.of(release.id()))).isEmpty();
        assertThat(searchable.mayRead(officer, List.of(release.id()))).containsExactly(release.id());
        var all = new java.util.ArrayList<UUID>();
        searchable.all(page -> page.forEach(d -> all.add(d.id())));
        assertThat(all).contains(release.id()).doesNotHaveDuplicates();
    }

    /** Everything that happens to a release is told to the search. */
    @Test
    void whatHappensIsTold() {
        long before = told();
        var release = releases.draft(officer, content("글", null));
        long drafted = told();
        assertThat(drafted).isGreaterThan(before);
        releases.submit(officer, release.serial());
        assertThat(told()).isGreaterThan(drafted);
    }

    private long told() {
        return db.sql("select coalesce(max(seq), 0) from kernel.search_change")
                .query(Long.class)
                .single();
    }
}
