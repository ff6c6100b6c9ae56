package kr.madang.notices.recipients.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** How many came and went in each month (시연 가입·철회 계획); the sums are those of the real report, the months are made up. */
record SeededPlan(YearMonth month, int came, int went) {
    private static final YearMonth FIRST = YearMonth.of(2010, 3);
    private static final YearMonth COUNTED = YearMonth.of(2023, 5);
    private static final YearMonth LAST = YearMonth.of(2026, 10);
    /** On 31 May 2023: {@code CAME - WENT} = 86,289. */
    private static final int CAME = 94_820;

    private static final int WENT = 8_531;
    private static final int CAME_LATER = 4_610;
    private static final int WENT_LATER = 2_377;

    static List<SeededPlan> months() {
        var months = new ArrayList<SeededPlan>();
        add(months, FIRST, COUNTED, CAME, WENT);
        add(months, COUNTED.plusMonths(1), LAST, CAME_LATER, WENT_LATER);
        return months;
    }

    /** Campaigns in spring and autumn, more people in the first years; those who go do so evenly. */
    private static void add(List<SeededPlan> to, YearMonth from, YearMonth last, int came, int went) {
        var months = new ArrayList<YearMonth>();
        for (var month = from; !month.isAfter(last); month = month.plusMonths(1)) months.add(month);
        double whole = months.stream().mapToDouble(SeededPlan::weight).sum();
        double weight = 0;
        int cameSoFar = 0;
        int wentSoFar = 0;
        for (int i = 0; i < months.size(); i++) {
            weight += weight(months.get(i));
            int cameBy = (int) Math.round(came * weight / whole);
            int wentBy = (int) Math.round((double) went * (i + 1) / months.size());
            to.add(new SeededPlan(months.get(i), cameBy - cameSoFar, wentBy - wentSoFar));
            cameSoFar = cameBy;
            wentSoFar = wentBy;
        }
    }

    private static double weight(YearMonth month) {
        double season =
                switch (month.getMonthValue()) {
                    case 3, 4, 5 -> 1.8;
                    case 9, 10 -> 1.6;
                    case 1, 8 -> 0.5;
                    default -> 1;
                };
        return season * (month.getYear() < 2014 ? 1.7 : 1);
    }
}
