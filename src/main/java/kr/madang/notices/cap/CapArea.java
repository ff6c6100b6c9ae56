package kr.madang.notices.cap;

import java.math.BigDecimal;
import java.util.List;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert counts (대상 지역).
 *
 * @param codes of places, e.g. the statutory code of a dong
 * @param altitude feet above sea level, the lower end when there is a ceiling
 */
public record CapArea(
        String description,
        List<List<Point>> polygons,
        List<Circle> circles,
        List<CapInfo.Named> codes,
        @Nullable BigDecimal altitude,
        @Nullable BigDecimal ceiling) {
    private static final int FEWEST = 4;

    /** WGS 84, in degrees. */
    public record Point(BigDecimal latitude, BigDecimal longitude) {
        public Point {
            within("latitude", latitude, 90);
            within("longitude", longitude, 180);
        }
    }

    /** @param radius in kilometers */
    public record Circle(Point center, BigDecimal radius) {
        public Circle {
            if (radius.signum() < 0) throw Refused.invalid("notices.cap.circle");
        }
    }

    public CapArea {
        polygons = polygons.stream().map(List::copyOf).toList();
        circles = List.copyOf(circles);
        codes = List.copyOf(codes);
        if (description.isBlank()) throw Refused.invalid("notices.cap.needed", "areaDesc");
        for (var polygon : polygons)
            if (polygon.size() < FEWEST || !same(polygon.getFirst(), polygon.getLast()))
                throw Refused.invalid("notices.cap.polygon");
        if (ceiling != null && altitude == null) throw Refused.invalid("notices.cap.needed", "altitude");
    }

    private static boolean same(Point one, Point other) {
        return one.latitude().compareTo(other.latitude()) == 0
                && one.longitude().compareTo(other.longitude()) == 0;
    }

    private static void within(String what, BigDecimal degrees, int most) {
        if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0)
            throw Refused.invalid("notices.cap.degrees", what, degrees.toPlainString());
    }
}
