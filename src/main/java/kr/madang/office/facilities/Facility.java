package kr.madang.office.facilities;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import kr.madang.office.Span;
import org.jspecify.annotations.Nullable;

/**
 * A line of the facility list (주요시설 및 장비 현황) on a day, e.g. 디지털 게시판 17개소.
 *
 * @param heading the name it stands under, e.g. 구정 홍보시설물
 * @param countedBy the room whose records will count this line; null when this list itself is the record
 * @param items what stands behind the count, by name
 */
public record Facility(
        UUID id,
        String code,
        Category category,
        String heading,
        String name,
        String unit,
        Counting counting,
        @Nullable String countedBy,
        List<Item> items) {
    public enum Category {
        SITE("시설"),
        EQUIPMENT("장비"),
        VEHICLE("차량");

        private final String title;

        Category(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What the printed number counts. */
    public enum Counting {
        /** How many items there are. */
        ITEMS,
        /** The sum of their quantities. */
        QUANTITY
    }

    /**
     * One thing, or several alike, at one place.
     *
     * @param measure size as printed, e.g. {@code 3.36m×1.63m}; empty when none
     * @param team name of the team in charge on the day
     */
    public record Item(
            UUID id,
            String name,
            BigDecimal quantity,
            String measure,
            String place,
            String purpose,
            UUID teamId,
            String team,
            Span valid) {}

    public BigDecimal count() {
        return switch (counting) {
            case ITEMS -> BigDecimal.valueOf(items.size());
            case QUANTITY -> items.stream().map(Item::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        };
    }

    public BigDecimal share(Item item) {
        return switch (counting) {
            case ITEMS -> BigDecimal.ONE;
            case QUANTITY -> item.quantity();
        };
    }
}
