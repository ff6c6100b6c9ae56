package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A made-up report in which every number agrees, with marks around the numbers that other numbers hold in place. A mutation
 * changes one digit inside one mark.
 */
final class SampleReport extends MarkedLines {
    private SampleReport(long seed, boolean flat) {
        super(seed, flat);
    }

    static SampleReport of(long seed, boolean flat) {
        SampleReport report = new SampleReport(seed, flat);
        report.budget();
        report.priorYear();
        report.staffing();
        report.breakdown();
        report.funding();
        report.coverage();
        report.onePerLine();
        report.purchase();
        report.totalOverTable();
        report.kinds();
        report.frequency();
        report.product();
        report.prices();
        if (!flat) {
            report.subtotals();
            report.rowTotals();
        }
        report.sentence();
        report.among();
        return report;
    }

    private void budget() {
        heading("예산 현황");
        add("(단위: 천원)");
        row("단위사업명", "예산액", "집행액", "집행률(%)");
        int rows = 3 + random.nextInt(5);
        long[][] table = new long[rows][2];
        long budget = 0;
        long spent = 0;
        for (long[] line : table) {
            line[0] = between(50_000, 3_000_000);
            line[1] = line[0] * between(5, 95) / 100;
            budget += line[0];
            spent += line[1];
        }
        row("계", n(budget), n(spent), rate(spent, budget));
        for (int i = 0; i < rows; i++) {
            row(word(i), n(table[i][0]), n(table[i][1]), rate(table[i][1], table[i][0]));
        }
    }

    private void priorYear() {
        heading("사업별 예산");
        add("(단위: 천원)");
        row("사업명", "예산액", "전년도 예산액", "증(△)감");
        List<long[]> table = new ArrayList<>();
        long now = 0;
        long before = 0;
        for (int i = 0; i < 4 + random.nextInt(4); i++) {
            long[] line = {between(10_000, 900_000), between(10_000, 900_000)};
            table.add(line);
            now += line[0];
            before += line[1];
        }
        for (int i = 0; i < table.size(); i++) {
            row(word(i + 2), n(table.get(i)[0]), n(table.get(i)[1]), n(table.get(i)[0] - table.get(i)[1]));
        }
        row("합계", n(now), n(before), n(now - before));
    }

    private void staffing() {
        heading("인력");
        row("구분", "계", "5급", "6급", "7급", "8급", "9급");
        long[] posts = new long[5];
        long[] people = new long[5];
        for (int i = 0; i < 5; i++) {
            posts[i] = between(2, 19);
            people[i] = Math.max(1, posts[i] + between(-3, 4));
            people[i] = people[i] == posts[i] ? posts[i] + 1 : people[i];
        }
        staff("정원", posts, null);
        staff("현원", people, null);
        staff("과부족", people, posts);
    }

    private void staff(String name, long[] first, long[] less) {
        List<Object> cells = new ArrayList<>();
        cells.add(name);
        long total = 0;
        for (int i = 0; i < first.length; i++) {
            total += first[i] - (less == null ? 0 : less[i]);
        }
        cells.add(total == 0 ? "-" : n(total));
        for (int i = 0; i < first.length; i++) {
            cells.add(n(first[i] - (less == null ? 0 : less[i])));
        }
        row(cells.toArray());
    }

    private void breakdown() {
        heading("제작 실적");
        long[] parts = {between(20, 900), between(10, 99), between(20, 300), between(5, 60)};
        add("○ 인터넷방송: " + n(parts[0] + parts[1] + parts[2] + parts[3]) + "건(뉴스 " + n(parts[0]) + ", 교육 " + n(parts[1])
                + ", 복지 " + n(parts[2]) + ", 기타 " + n(parts[3]) + ")");
        long one = between(20, 60);
        long two = between(20, 60);
        add("○ 소식지 발송: 연 " + n(one + two) + "회(구민발송 " + n(one) + "회, 직원발송 " + n(two) + "회)");
    }

    private void funding() {
        heading("소요 예산");
        long state = between(10_000, 90_000);
        long own = between(200_000, 800_000);
        add("□ 소요예산: " + n(state + own) + "천원(국비 " + n(state) + ", 구비 " + n(own) + ")");
    }

    private void coverage() {
        heading("보도 실적");
        long[] parts = {between(20, 99), between(30, 99), between(300, 900), between(2_000, 8_000)};
        add("○ 언론보도 실적: " + n(parts[0] + parts[1] + parts[2] + parts[3]) + "건");
        add("");
        add("- 중앙방송 " + n(parts[0]) + "건, 지역방송 " + n(parts[1]) + "건, 중앙일간지 " + n(parts[2]) + "건");
        add("");
        add("지역신문 " + n(parts[3]) + "건");
    }

    private void onePerLine() {
        heading("교육 실적");
        long one = between(100, 300);
        long two = between(100, 300);
        add("○ 교육 횟수: " + n(one + two) + "회");
        add(" - 구민교육: " + n(one) + "회");
        add(" - 직원교육: " + n(two) + "회");
    }

    private void purchase() {
        heading("사무기기");
        long a = between(200, 500);
        long b = between(200, 500);
        long c = between(100, 190);
        long d = between(100, 190);
        add("○ 컴퓨터, 모니터 구매: " + n(a + b) + "대(컴퓨터: " + n(a) + ", 모니터: " + n(b) + ")");
        add(" - 부서 " + n(c + d) + "대(컴퓨터: " + n(c) + ", 모니터: " + n(d) + ") 보급");
        add(" - 잔여 물량(컴퓨터 " + n(a - c) + "대, 모니터 " + n(b - d) + "대)은 수시 보급");
    }

    private void totalOverTable() {
        heading("관제 현황");
        long[] parts = {between(100, 300), between(40, 99), between(50, 99), between(10, 40)};
        add("- 영상기기 운영: 총 " + n(parts[0] + parts[1] + parts[2] + parts[3]) + "대 (단위: 대)");
        add("");
        row("방범", "어린이안전", "주차", "시설물");
        row(n(parts[0]), n(parts[1]), n(parts[2]), n(parts[3]));
    }

    private void kinds() {
        heading("소프트웨어");
        long[] parts = {between(200, 900), between(100, 300), between(20, 90), between(1_000, 3_000)};
        add("- " + n(5) + "종 라이선스 구매");
        add("");
        row("총계", "문서", "표계산", "그림", "기타(2)");
        row(n(parts[0] + parts[1] + parts[2] + parts[3]), n(parts[0]), n(parts[1]), n(parts[2]), n(parts[3]));
    }

    private void frequency() {
        heading("발행 주기");
        long month = between(1, 4);
        add("- 소식지 발행: 월 " + n(month) + "회(연 " + n(month * 12) + "회)");
        add("- 시니어 소식지: 분기별 " + n(month) + "회(연" + n(month * 4) + "회)");
    }

    private void product() {
        heading("산출 기초");
        long times = between(2, 9);
        long copies = between(10, 50) * 1_000;
        add("- 인쇄: " + n(times) + "회 × " + n(copies) + "부 = " + n(times * copies) + "부");
    }

    private void prices() {
        heading("구매 내역");
        add("(단위: 원)");
        row("품명", "단가", "수량", "금액");
        long total = 0;
        for (int i = 0; i < 4; i++) {
            long price = between(10, 900) * 100;
            long count = between(11, 99);
            total += price * count;
            row("품목" + (char) ('가' + i * 28), n(price), n(count), n(price * count));
        }
        row("합계", "-", "-", n(total));
    }

    private void subtotals() {
        heading("회계별 예산");
        add("(단위: 천원)");
        row("구분", "사업명", "예산액", "집행액");
        long budget = 0;
        long spent = 0;
        for (int g = 0; g < 2; g++) {
            List<long[]> table = new ArrayList<>();
            long[] sub = new long[2];
            for (int i = 0; i < 3; i++) {
                long[] line = {between(10_000, 900_000), between(1_000, 9_000)};
                table.add(line);
                sub[0] += line[0];
                sub[1] += line[1];
            }
            budget += sub[0];
            spent += sub[1];
            row(g == 0 ? "일반회계" : "특별회계", "소계", n(sub[0]), n(sub[1]));
            for (int i = 0; i < 3; i++) {
                row("", word(i + 3 * g), n(table.get(i)[0]), n(table.get(i)[1]));
            }
        }
        row("합계", "", n(budget), n(spent));
    }

    private void rowTotals() {
        heading("재원별 예산");
        add("(단위: 천원)");
        row("구분", "계", "국비", "시비", "구비");
        long[] sums = new long[3];
        for (int i = 0; i < 5; i++) {
            long[] parts = {between(100, 9_000), between(100, 9_000), between(100, 90_000)};
            for (int k = 0; k < 3; k++) {
                sums[k] += parts[k];
            }
            row(word(i + 4), n(parts[0] + parts[1] + parts[2]), n(parts[0]), n(parts[1]), n(parts[2]));
        }
        row("총계", n(sums[0] + sums[1] + sums[2]), n(sums[0]), n(sums[1]), n(sums[2]));
    }

    private void sentence() {
        heading("집행 상황");
        long budget = between(100_000, 900_000);
        long spent = budget * between(10, 90) / 100;
        add("○ 예산액 " + plain(budget) + "천원, 집행액 " + plain(spent) + "천원, 집행률 " + rate(spent, budget) + "%");
    }

    private void among() {
        heading("민원 처리");
        long all = between(500, 2_000);
        long done = all * between(40, 95) / 100;
        add("○ 접수 민원 " + plain(all) + "건 중 " + plain(done) + "건 처리(" + rate(done, all) + "%)");
    }
}
