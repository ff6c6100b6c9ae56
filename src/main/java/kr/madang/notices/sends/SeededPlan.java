package kr.madang.notices.sends;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.seed.Draw;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;

/** What the demo office sent over the years (시연 발송 이력): 137 times by the end of May 2023, ten of them in that year. */
final class SeededPlan {
    static final int SINCE = 2011;
    static final int LAST = 2023;
    private static final int BEFORE = 127;
    private static final List<Integer> EACH_YEAR = List.of(6, 7, 8, 9, 10, 9, 10, 11, 12, 17, 15, 13);

    /** @param rows how many got it */
    record Past(String title, String text, Kind kind, Channel channel, Instant at, int rows) {}

    private record Topic(String title, String text, Kind kind) {}

    private static final List<Topic> TOPICS = List.of(
            new Topic("구민 걷기대회 안내", "[영등포구] 이번 주 토요일 9시 안양천에서 구민 걷기대회가 열립니다. 문의 02-0000-1200", Kind.PUBLIC),
            new Topic("도로 물청소 안내", "[영등포구] 미세먼지가 많아 오늘 밤 주요 도로를 물청소합니다. 차량 이동을 부탁드립니다.", Kind.PUBLIC),
            new Topic("재산세 납부 안내", "[영등포구] 재산세 납부기한은 이달 말일입니다. 가까운 은행이나 이택스에서 내 주세요.", Kind.PUBLIC),
            new Topic("어르신 건강검진 안내", "[영등포구] 만 65세 이상 어르신 건강검진을 보건소에서 합니다. 예약 02-0000-4800", Kind.PUBLIC),
            new Topic("집중호우 대비 안내", "[영등포구] 밤사이 많은 비가 예상됩니다. 빗물받이를 살피고 반지하는 물막이판을 설치해 주세요.", Kind.DISASTER),
            new Topic("한파 대비 안내", "[영등포구] 한파특보가 내려졌습니다. 수도 계량기를 보온하고 이웃 어르신 안부를 살펴 주세요.", Kind.DISASTER),
            new Topic("폭염 무더위쉼터 안내", "[영등포구] 폭염경보입니다. 가까운 무더위쉼터를 이용하시고 한낮 외출을 삼가 주세요.", Kind.DISASTER),
            new Topic("대설 제설 안내", "[영등포구] 밤새 눈이 내립니다. 내 집 앞 눈은 함께 치워 주시고 대중교통을 이용해 주세요.", Kind.DISASTER),
            new Topic("평생학습 수강생 모집", "[영등포구] 평생학습관 수강생을 모집합니다. 신청은 통합예약 누리집에서 하세요.", Kind.PUBLIC),
            new Topic("벚꽃길 교통 통제 안내", "[영등포구] 여의서로 벚꽃길 교통을 통제합니다. 대중교통을 이용해 주세요.", Kind.PUBLIC),
            new Topic("주민참여예산 제안 안내", "[영등포구] 주민참여예산 사업을 제안해 주세요. 우리 동네를 바꾸는 생각을 기다립니다.", Kind.PUBLIC),
            new Topic("작은 음악회 안내", "[영등포구] 이번 금요일 저녁 7시 구청 앞마당에서 작은 음악회가 열립니다.", Kind.PUBLIC));

    private static final List<Topic> OF_2023 = List.of(
            new Topic("설 연휴 종합대책 안내", "[영등포구] 설 연휴 문 여는 병원과 약국은 구 누리집에서 확인하세요. 문의 02-0000-4800", Kind.PUBLIC),
            new Topic("한파 대비 안내", "[영등포구] 한파특보가 내려졌습니다. 수도 계량기를 보온하고 이웃 어르신 안부를 살펴 주세요.", Kind.DISASTER),
            new Topic("난방비 지원 안내", "[영등포구] 취약계층 난방비를 지원합니다. 동 주민센터에서 신청하세요.", Kind.PUBLIC),
            new Topic("통합예약 회원 안내", "[영등포구] 통합예약 누리집이 새로워졌습니다. 관심 분야를 고르면 소식을 먼저 알려 드립니다.", Kind.PUBLIC),
            new Topic("봄철 산불 조심 안내", "[영등포구] 건조주의보입니다. 산과 하천변에서 불을 피우지 마세요.", Kind.DISASTER),
            new Topic("여의도 봄꽃축제 안내", "[영등포구] 4년 만에 여의도 봄꽃축제가 열립니다. 대중교통을 이용해 주세요.", Kind.PUBLIC),
            new Topic("지방세 환급 안내", "[영등포구] 찾아가지 않은 지방세 환급금을 확인하세요. 이택스에서 신청할 수 있습니다.", Kind.PUBLIC),
            new Topic("어린이날 행사 안내", "[영등포구] 5월 5일 어린이날 행사가 열립니다. 비가 오면 실내에서 합니다.", Kind.PUBLIC),
            new Topic("종합소득세 신고 안내", "[영등포구] 5월은 종합소득세와 개인지방소득세를 신고하는 달입니다.", Kind.PUBLIC),
            new Topic("여름철 풍수해 대비 안내", "[영등포구] 장마 전에 반지하 물막이판을 신청하세요. 문의 02-0000-3700", Kind.PUBLIC));

    private static final List<LocalDate> DAYS_OF_2023 = List.of(
            LocalDate.of(2023, 1, 17),
            LocalDate.of(2023, 1, 25),
            LocalDate.of(2023, 2, 8),
            LocalDate.of(2023, 2, 22),
            LocalDate.of(2023, 3, 10),
            LocalDate.of(2023, 3, 29),
            LocalDate.of(2023, 4, 12),
            LocalDate.of(2023, 5, 2),
            LocalDate.of(2023, 5, 16),
            LocalDate.of(2023, 5, 25));

    private SeededPlan() {}

    /** Oldest first. */
    static List<Past> all(Draw draw) {
        var past = new ArrayList<Past>();
        for (int year = SINCE; year < LAST; year++) {
            int many = EACH_YEAR.get(year - SINCE);
            for (int i = 0; i < many; i++) {
                var topic = draw.pick(TOPICS);
                int month = 1 + i * 12 / many;
                var day = weekday(LocalDate.of(year, month, draw.between(2, 26)));
                past.add(past(topic, day, 9_000 + (year - SINCE) * 5_600 + draw.between(0, 4_000), draw));
            }
        }
        if (past.size() != BEFORE) throw new IllegalStateException(past.size() + " sends before " + LAST);
        past.sort(java.util.Comparator.comparing(Past::at));
        for (int i = 0; i < OF_2023.size(); i++) past.add(past(OF_2023.get(i), DAYS_OF_2023.get(i), 0, draw));
        return past;
    }

    private static LocalDate weekday(LocalDate day) {
        return Calendar.weekend(day) ? day.plusDays(2) : day;
    }

    private static Past past(Topic topic, LocalDate day, int rows, Draw draw) {
        var time = LocalTime.of(draw.between(9, 16), draw.between(0, 11) * 5);
        return new Past(
                topic.title(),
                topic.text(),
                topic.kind(),
                Channel.SMS,
                day.atTime(time).atZone(Calendar.SEOUL).toInstant(),
                rows);
    }
}
