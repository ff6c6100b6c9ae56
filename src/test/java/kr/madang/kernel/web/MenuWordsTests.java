package kr.madang.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.madang.OfficeTest;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.menu.Menu;
import kr.madang.kernel.seed.DemoGuide;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Keys that only the running rooms know: their names, their menus, what the demo shows. */
@OfficeTest
class MenuWordsTests {
    @Autowired
    List<Menu> menus;

    @Autowired
    List<DemoGuide> guides;

    @Autowired
    FigureCatalogue figures;

    @Autowired
    MessageSource messages;

    @Test
    void everyRoomOnTheDeskHasANameAndSaysWhatItIsFor() {
        var keys = new ArrayList<String>();
        for (var menu : menus) {
            for (var item : menu.items())
                keys.addAll(List.of(item.room() + ".room", item.room() + ".about", item.title()));
        }
        assertThat(missing(keys)).isEmpty();
    }

    @Test
    void everyWalkAndAccountOfTheDemoHasItsWords() {
        var keys = new ArrayList<String>();
        for (var guide : guides) {
            guide.accounts().forEach(a -> keys.addAll(List.of(a.who(), a.may())));
            guide.walks().forEach(w -> {
                keys.add(w.title());
                keys.addAll(w.steps());
            });
        }
        assertThat(guides.stream().flatMap(g -> g.walks().stream())).hasSizeGreaterThanOrEqualTo(6);
        assertThat(missing(keys)).isEmpty();
    }

    @Test
    void everyDimensionOfAFigureHasAName() {
        var keys = figures.list().stream()
                .flatMap(f -> f.dimensions().stream())
                .map(d -> "report.dimension." + d)
                .toList();
        assertThat(keys).isNotEmpty();
        assertThat(missing(keys)).isEmpty();
    }

    private List<String> missing(List<String> keys) {
        return keys.stream()
                .filter(key -> messages.getMessage(key, null, null, Locale.KOREAN) == null)
                .distinct()
                .toList();
    }
}
