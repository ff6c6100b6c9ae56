package kr.madang.notices.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Refused;

/** The prices of a contract over the years (단가표); on any day a size has at most one. */
public record Prices(List<Price> all) {
    public static final Prices NONE = new Prices(List.of());

    public Prices {
        all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++)
            for (int j = 0; j < i; j++)
                if (all.get(i).overlaps(all.get(j))) throw Refused.invalid("notices.price.overlap");
    }

    public Optional<Price> find(Size size, LocalDate day) {
        return all.stream()
                .filter(price -> price.size() == size && price.holds(day))
                .findFirst();
    }

    /** What so many messages of each size cost on a day; what nobody takes costs nothing. */
    public Cost cost(Map<Size, Integer> counts, LocalDate day) {
        var lines = new ArrayList<Cost.Line>();
        var unpriced = new ArrayList<Size>();
        for (var size : Size.values()) {
            int count = counts.getOrDefault(size, 0);
            if (size == Size.TOO_LONG || count == 0) continue;
            find(size, day).ifPresentOrElse(price -> lines.add(new Cost.Line(price, count)), () -> unpriced.add(size));
        }
        return new Cost(lines, unpriced);
    }
}
