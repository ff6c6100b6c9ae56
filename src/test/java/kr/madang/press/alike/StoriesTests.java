package kr.madang.press.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The groups of articles, whatever the order in which they come. */
class StoriesTests {
    private static final Instant DAY = Instant.parse("2023-03-02T01:00:00Z");
    private static final String A = "영등포구가 3월 12일 당산1동 복지관에서 65세 이상 어르신을 대상으로 스마트폰 교실을 연다고 2일 밝혔다. "
            + "사진 보내기와 길 찾기, 병원 예약처럼 날마다 쓰는 기능을 강사가 곁에서 함께 익힌다. 마지막 날에는 무인주문기 앞에서 음식을 시켜 본다.";
    private static final String B = "장마에 앞서 담배꽁초와 낙엽으로 막힌 빗물받이를 흡입차로 비우고 악취 덮개를 새로 단다. "
            + "반지하 주택에는 물막이판과 역류방지 밸브를 무료로 설치한다. 막힌 곳을 보면 누구나 앱으로 사진을 보내 하루 안에 치우게 한다.";
    private static final String A_CUT = A.substring(0, A.indexOf(" 마지막"));

    private static Piece piece(String key, Duration after, String title, String text) {
        return new Piece(UUID.nameUUIDFromBytes(key.getBytes()), key, DAY.plus(after), Sketch.of(title, text));
    }

    private static Piece piece(String key, int hours, String text) {
        return piece(key, Duration.ofHours(hours), "", text);
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes());
    }

    private static Map<UUID, Standing> of(Piece... pieces) {
        return Stories.of(List.of(pieces), Map.of());
    }

    @Test
    void anyOrderAndAnyBatchesGiveTheSameGroups() {
        for (int round = 0; round < 12; round++) {
            var corpus = Corpus.of("order" + round, 14, 9, 0.7);
            var pieces = new ArrayList<>(corpus.pieces);
            var random = new Random(round);
            var placed = decisions(pieces, random);
            var whole = Stories.of(pieces, placed);
            for (int again = 0; again < 4; again++) {
                Collections.shuffle(pieces, random);
                assertThat(Stories.of(pieces, placed)).as("round " + round).isEqualTo(whole);
                assertThat(inBatches(pieces, placed, random))
                        .as("batches of round " + round)
                        .isEqualTo(whole);
            }
        }
    }

    private static Map<UUID, Placed> decisions(List<Piece> pieces, Random random) {
        var placed = new HashMap<UUID, Placed>();
        for (int i = 0; i < 5; i++) {
            var one = pieces.get(random.nextInt(pieces.size())).id();
            var other = pieces.get(random.nextInt(pieces.size())).id();
            placed.put(one, new Placed(random.nextBoolean(), random.nextBoolean() || one.equals(other) ? null : other));
        }
        return placed;
    }

    /** As the office takes them in: only the threads that a batch touches are grouped again. */
    private static Map<UUID, Standing> inBatches(List<Piece> pieces, Map<UUID, Placed> placed, Random random) {
        var here = new HashMap<UUID, Piece>();
        var standings = new HashMap<UUID, Standing>();
        for (int from = 0; from < pieces.size(); ) {
            var batch = pieces.subList(from, Math.min(pieces.size(), from + 1 + random.nextInt(9)));
            from += batch.size();
            batch.forEach(p -> here.put(p.id(), p));
            var fresh = batch.stream().map(Piece::id).toList();
            var affected = new HashSet<>(Stories.touched(here.values(), fresh));
            affected.addAll(fresh);
            placed.forEach((id, decision) -> {
                if (fresh.contains(id) && decision.with() != null) affected.add(decision.with());
                if (decision.with() != null && fresh.contains(decision.with())) affected.add(id);
            });
            var threads = new HashSet<UUID>();
            affected.forEach(id -> {
                if (standings.containsKey(id)) threads.add(standings.get(id).thread());
            });
            Collection<Piece> again = here.values().stream()
                    .filter(p -> affected.contains(p.id())
                            || standings.containsKey(p.id())
                                    && threads.contains(standings.get(p.id()).thread()))
                    .toList();
            standings.putAll(Stories.of(again, placed));
        }
        return standings;
    }

    @Test
    void groupsAreTheStories() {
        var easy = Corpus.of("easy", 60, 12, 0.35);
        assertThat(easy.f1(Stories.of(easy.pieces, Map.of()))).isGreaterThan(0.97);
        var hard = Corpus.of("hard", 60, 12, 0.8);
        assertThat(hard.f1(Stories.of(hard.pieces, Map.of()))).isGreaterThan(0.85);
    }

    @Test
    void theFullestTextLeadsAndTheRestIsExplained() {
        var standings = of(piece("cut", 0, A_CUT), piece("full", 1, A));
        assertThat(standings.get(id("cut")).cluster()).isEqualTo(id("full"));
        var likeness = standings.get(id("cut")).likeness();
        assertThat(likeness).isNotNull();
        assertThat(likeness.percent()).isEqualTo(100);
        assertThat(standings.get(id("full")).likeness()).isNull();
        assertThat(standings.get(id("full")).thread()).isEqualTo(id("cut"));
    }

    @Test
    void aRoundUpOfTwoStoriesDoesNotDrawThemTogether() {
        for (int hours : new int[] {-5, 1, 9}) {
            var standings = of(
                    piece("a1", 0, A),
                    piece("a2", 2, A_CUT),
                    piece("b1", 3, B),
                    piece("b2", 4, B),
                    piece("round", hours, A + "\n" + B));
            assertThat(standings.get(id("a1")).cluster())
                    .isEqualTo(standings.get(id("a2")).cluster());
            assertThat(standings.get(id("b1")).cluster())
                    .isEqualTo(standings.get(id("b2")).cluster());
            assertThat(standings.get(id("a1")).cluster())
                    .isNotEqualTo(standings.get(id("b1")).cluster());
            assertThat(standings.get(id("round")).roundup()).isTrue();
            assertThat(standings.get(id("round")).cluster()).isEqualTo(id("round"));
            assertThat(standings.get(id("a1")).thread())
                    .isEqualTo(standings.get(id("b2")).thread());
        }
    }

    @Test
    void copiesOfARoundUpAreItsGroup() {
        var standings = of(
                piece("a", 0, A), piece("b", 0, B), piece("r1", 1, A + " " + B), piece("r2", 2, A + " " + B + " 끝."));
        assertThat(standings.get(id("r1")).cluster())
                .isEqualTo(standings.get(id("r2")).cluster());
        assertThat(standings.get(id("a")).cluster()).isEqualTo(id("a"));
    }

    @Test
    void theSameTextALongTimeLaterIsAnotherStory() {
        var standings = of(piece("then", 0, A), piece("now", 24 * 15, A), piece("between", 24 * 13, A_CUT));
        assertThat(standings.get(id("then")).cluster())
                .isNotEqualTo(standings.get(id("now")).cluster());
    }

    @Test
    void headlinesAloneAreOneStoryOnlyWhenTheyAreEqual() {
        var one = piece("h1", Duration.ZERO, "영등포구, 당산1동 무더위 쉼터 운영", "");
        var equal = piece("h2", Duration.ofHours(1), "영등포구 당산1동 ‘무더위 쉼터’ 운영", "");
        var other = piece("h3", Duration.ofHours(1), "영등포구, 당산2동 어르신 쉼터 운영", "");
        var standings = of(one, equal, other);
        assertThat(standings.get(one.id()).cluster())
                .isEqualTo(standings.get(equal.id()).cluster());
        assertThat(standings.get(other.id()).cluster()).isEqualTo(other.id());
    }

    @Test
    void whoIsSetApartStaysAloneAndWhoIsJoinedStaysJoined() {
        var all = List.of(piece("a1", 0, A), piece("a2", 1, A + " 끝."), piece("a3", 2, A_CUT), piece("b", 3, B));
        var apart = Stories.of(all, Map.of(id("a2"), new Placed(true, null)));
        assertThat(apart.get(id("a2")).cluster()).isEqualTo(id("a2"));
        assertThat(apart.get(id("a3")).cluster()).isEqualTo(id("a1"));
        var joined = Stories.of(all, Map.of(id("b"), new Placed(false, id("a3"))));
        assertThat(joined.get(id("b")).cluster()).isEqualTo(joined.get(id("a1")).cluster());
        assertThat(joined.values().stream().map(Standing::cluster).distinct()).hasSize(1);
        assertThat(
                        joined.get(id("b")).cluster().equals(id("b"))
                                ? joined.get(id("a1")).likeness()
                                : joined.get(id("b")).likeness())
                .isNull();
        var moved = Stories.of(all, Map.of(id("a3"), new Placed(true, id("b"))));
        assertThat(moved.get(id("a3")).cluster()).isEqualTo(moved.get(id("b")).cluster());
        assertThat(moved.get(id("a1")).cluster())
                .isNotEqualTo(moved.get(id("b")).cluster());
    }

    @Test
    void joinsInACircleOrToNobodyDoNoHarm() {
        var placed = Map.of(
                id("a1"), new Placed(false, id("b")),
                id("b"), new Placed(false, id("a1")),
                id("a2"), new Placed(true, id("gone")));
        var standings = Stories.of(List.of(piece("a1", 0, A), piece("a2", 1, A), piece("b", 2, B)), placed);
        assertThat(standings.get(id("a1")).cluster())
                .isEqualTo(standings.get(id("b")).cluster());
        assertThat(standings.get(id("a2")).cluster()).isEqualTo(id("a2"));
    }
}
