package kr.madang.office.staffing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The staffing table (정원·현원·과부족) of a day, by kind and grade. Authorized numbers count posts by the rank they are meant for,
 * actual ones count people by the rank they have; someone in a second seat (겸임) counts once.
 *
 * @param columns the grades under their heads, in printed order; a rank no head covers stands in {@code others}
 */
public record StaffingTable(LocalDate day, Layout layout, List<Column> columns, Cell total, Cell others) {
    /** What one grade is granted, has and lacks. */
    public record Cell(int authorized, int actual) {
        public int difference() {
            return actual - authorized;
        }

        public Cell plus(Cell other) {
            return new Cell(authorized + other.authorized, actual + other.actual);
        }
    }

    public record Column(String kind, String grade, Cell cell) {}

    public static StaffingTable of(LocalDate day, Layout layout, List<Rank> posts, List<Rank> people) {
        var columns = new ArrayList<Column>();
        var sum = new Cell(0, 0);
        for (var group : layout.groups())
            for (var grade : group.grades()) {
                Predicate<Rank> here =
                        r -> group.kinds().contains(r.kind()) && r.grade().equals(grade);
                var cell = new Cell(count(posts, here), count(people, here));
                sum = sum.plus(cell);
                columns.add(new Column(group.title(), grade, cell));
            }
        var total = new Cell(posts.size(), people.size());
        var others = new Cell(total.authorized - sum.authorized, total.actual - sum.actual);
        return new StaffingTable(day, layout, List.copyOf(columns), total, others);
    }

    private static int count(List<Rank> ranks, Predicate<Rank> here) {
        return (int) ranks.stream().filter(here).count();
    }
}
