package kr.madang.press.scrap;

import java.util.ArrayList;
import java.util.List;

/** Puts things in another order without dragging (순서 바꾸기). */
final class Order {
    private Order() {}

    /** The list with one of it at another place, from 1; beyond an end is at the end. */
    static <T> List<T> move(List<T> items, T one, int place) {
        var moved = new ArrayList<>(items);
        if (!moved.remove(one)) throw new IllegalArgumentException("not in the list");
        moved.add(Math.clamp(place, 1, items.size()) - 1, one);
        return List.copyOf(moved);
    }
}
