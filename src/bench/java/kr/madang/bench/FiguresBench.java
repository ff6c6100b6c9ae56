package kr.madang.bench;

import java.util.List;

/** All figures of both council reports. */
final class FiguresBench implements Bench {
    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String goal() {
        return "All figures of both documents, computed from rows in the warm house.";
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        var first = Samples.once(() -> both(office));
        var samples = Samples.of(3, 15, () -> both(office));
        return List.of(
                Result.millis("both documents, median of 15", samples.median(), 2000),
                Result.millis("both documents, worst of 15", samples.worst(), 2000),
                Result.plain("the first time", "%.0f ms".formatted(first)),
                Result.plain("figures computed", Long.toString(both(office))));
    }

    private static long both(Office office) {
        return rows(office, "2013") + rows(office, "2023");
    }

    private static long rows(Office office, String document) {
        return office.command("figures", "--document", document).lines().count() - 1;
    }
}
