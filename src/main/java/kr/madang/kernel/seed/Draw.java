package kr.madang.kernel.seed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Period;

/** Draws for the demo office from one fixed seed: people who do not exist, numbers nobody has. */
public final class Draw {
    private static final List<String> FAMILY =
            List.of("김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "류", "홍");
    private static final List<String> FIRST = List.of(
            "가", "나", "다", "도", "라", "로", "미", "민", "서", "선", "세", "소", "수", "시", "아", "연", "예", "우", "유", "은", "이",
            "인", "재", "정", "주", "지", "찬", "채", "태", "하", "현", "혜", "호", "효");
    private static final List<String> SECOND = List.of(
            "강", "결", "경", "규", "기", "늘", "담", "들", "람", "린", "명", "별", "빈", "샘", "솔", "슬", "안", "온", "울", "율", "은",
            "음", "인", "준", "찬", "한", "혁", "훈", "휘", "희");

    private final SplittableRandom random;

    public Draw(String room) {
        random = new SplittableRandom(0x4D61_6461_6E67L ^ room.hashCode());
    }

    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    public UUID id(Instant at) {
        return Id.of(at, random.nextLong(), random.nextLong());
    }

    /** A generated name; the syllables are combined at random and belong to no one. */
    public String name() {
        return pick(FAMILY) + pick(FIRST) + pick(SECOND);
    }

    /** A mobile number in 010-0000-xxxx, an exchange that is never assigned. */
    public String mobile() {
        return "010-0000-%04d".formatted(between(0, 9999));
    }

    /** An office extension in 02-0000-xxxx, an exchange that is never assigned. */
    public String extension() {
        return "02-0000-%04d".formatted(between(1000, 9999));
    }

    public LocalDate day(Period within) {
        return within.from().plusDays(random.nextLong(within.days()));
    }

    /** A moment in office hours (09:00–18:00 in Seoul) of the day. */
    public Instant moment(LocalDate day) {
        return day.atTime(9, 0).atZone(ZoneId.of("Asia/Seoul")).toInstant().plusSeconds(between(0, 9 * 3600 - 1));
    }

    /** Splits a whole into {@code parts} positive parts that sum to it exactly. */
    public long[] split(long whole, int parts) {
        if (whole < parts) throw new IllegalArgumentException(whole + " into " + parts);
        var result = new long[parts];
        long left = whole;
        for (int i = 0; i < parts; i++) {
            int remaining = parts - i;
            long share =
                    remaining == 1 ? left : 1 + (long) ((left - remaining) * random.nextDouble() * 2 / (remaining + 1));
            result[i] = share;
            left -= share;
        }
        return result;
    }
}
