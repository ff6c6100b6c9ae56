package kr.madang.press.coverage.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.seed.Draw;
import kr.madang.press.alike.Original;
import org.jspecify.annotations.Nullable;

/**
 * A story the office gave out (시연용 보도자료).
 *
 * @param id of the release; null when the demo office keeps none, as of 2012
 * @param sentences of its text without the quotation
 * @param quote what it quotes the head of the office with
 */
public record Told(@Nullable UUID id, String title, List<String> sentences, String quote, Instant at) {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final List<String> DONGS = List.of(
            "영등포본동", "영등포동", "여의동", "당산1동", "당산2동", "도림동", "문래동", "양평1동", "양평2동", "신길1동", "신길3동", "신길4동", "신길5동",
            "신길6동", "신길7동", "대림1동", "대림2동", "대림3동");
    private static final List<String> WISH = List.of(
            "구민이 날마다 느끼는 작은 불편부터",
            "아이와 어르신 모두가 안심하는 동네를",
            "현장에서 들은 주민의 목소리를",
            "골목마다 활기가 도는 도시를",
            "누구도 소외되지 않는 복지를",
            "십 년 뒤에도 살고 싶은 영등포를",
            "이웃이 이웃을 돌보는 마을을",
            "작지만 꼭 필요한 변화를");
    private static final List<String> WAY = List.of(
            "차근차근 바꿔 가겠다",
            "정책에 꼼꼼히 담아내겠다",
            "주민과 함께 만들어 가겠다",
            "끝까지 책임지고 살피겠다",
            "예산과 인력을 아끼지 않고 뒷받침하겠다",
            "한발 먼저 찾아가 챙기겠다");
    private static final List<String> WHY = List.of(
            "이번 사업은 주민참여예산으로 뽑힌 것이라 뜻이 더 깊다",
            "지난해 설문에서 가장 많은 표를 받은 바람이었다",
            "여러 부서가 머리를 맞댄 끝에 길을 찾았다",
            "준비하는 동안 많은 주민이 생각을 보태 주었다",
            "다른 도시의 좋은 사례를 우리 형편에 맞게 다듬었다");

    /** The n-th story of the office, about one program at a place and time of its own. */
    public static Told of(Draw draw, int n, Instant at) {
        var topic = Topics.ALL.get(n % Topics.ALL.size());
        var dong = draw.pick(DONGS);
        var day = LocalDate.ofInstant(at, SEOUL).plusDays(draw.between(3, 18));
        int count = draw.between(3, 48) * 10;
        var title = "영등포구, %s ‘%s’ %s".formatted(dong, topic.name(), topic.act());
        var lead = "영등포구가 %d월 %d일 %s %s에서 %s 대상으로 ‘%s’ %s에 나선다고 %d일 밝혔다."
                .formatted(
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        dong,
                        topic.where(),
                        Josa.object(topic.whom()),
                        topic.name(),
                        topic.act(),
                        LocalDate.ofInstant(at, SEOUL).getDayOfMonth());
        var scale = "올해는 예산 %,d만 원을 들여 지난해보다 %d%% 늘어난 %d명이 함께할 것으로 구는 내다봤다."
                .formatted(draw.between(12, 480) * 100, draw.between(5, 60), count);
        var ask =
                "신청은 %d일까지 구청 누리집이나 전화(02-0000-%04d)로 하면 된다.".formatted(day.getDayOfMonth(), draw.between(1000, 9999));
        var quote = draw.pick(WHY) + "며 " + draw.pick(WISH) + " " + draw.pick(WAY);
        var own = topic.sentences();
        return new Told(null, title, List.of(lead, own.get(0), scale, own.get(1), own.get(2), ask), quote, at);
    }

    /** One the office keeps: its sentences as they stand. */
    static Told of(Original original) {
        var plain = original.text().replaceAll("[“\"][^”\"]{0,600}[”\"][^.]{0,60}\\.", " ");
        var sentences = java.util.Arrays.stream(plain.split("(?<=[다요음함임]\\.)\\s+|\\n+"))
                .map(String::strip)
                .filter(s -> s.length() > 12)
                .limit(12)
                .toList();
        var quote = original.quotes().isEmpty() ? "" : original.quotes().getFirst();
        return new Told(
                original.id(),
                original.title(),
                sentences.isEmpty() ? List.of(original.title() + ".") : sentences,
                quote,
                original.distributedAt());
    }

    public String text() {
        return String.join(" ", sentences) + (quote.isEmpty() ? "" : " 구청장은 “" + quote + "”고 말했다.");
    }

    Original original(UUID as) {
        return new Original(as, title, text(), quote.isEmpty() ? List.of() : List.of(quote), at);
    }
}
