package kr.madang.kernel.menu;

import java.util.List;
import kr.madang.kernel.access.Actor;

/** The plug through which a room tells somebody what waits for him (할 일); shown first on the desk. */
public interface Waiting {
    /** Only what there is: nothing with a count of zero. */
    List<Item> of(Actor actor);

    /**
     * Things of one kind.
     *
     * @param title message key
     * @param path where they are listed
     * @param late how many of them should have been done by now
     * @param order position, as in {@link Menu.Item}
     */
    record Item(String title, String path, long count, long late, int order) {}
}
