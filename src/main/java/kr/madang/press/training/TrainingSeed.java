package kr.madang.press.training;

import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.press.training.Trainings.Booklet;
import kr.madang.press.training.Trainings.Training;
import org.springframework.stereotype.Component;

/** Training of the demo office (시연 홍보교육): two in 2012 and one booklet, and some in the years after. */
@Component
class TrainingSeed implements Seed {
    private static final List<String> SUBJECTS = List.of("보도자료 작성법", "언론 대응과 위기 소통", "사진으로 알리는 구정", "기획보도 발굴 실습");

    private final Trainings trainings;

    TrainingSeed(Trainings trainings) {
        this.trainings = trainings;
    }

    @Override
    public int order() {
        return 640;
    }

    @Override
    public String title() {
        return "홍보교육";
    }

    @Override
    public String sow(Draw draw) {
        training(draw, LocalDate.of(2012, 4, 18), 0);
        training(draw, LocalDate.of(2012, 10, 17), 1);
        booklet(draw, LocalDate.of(2012, 3, 30));
        int made = 2;
        for (int year = 2022; year <= 2025; year++) {
            training(draw, LocalDate.of(year, 4, draw.between(3, 25)), year);
            training(draw, LocalDate.of(year, 10, draw.between(11, 25)), year + 1);
            made += 2;
            if (year % 2 == 0) booklet(draw, LocalDate.of(year, 3, draw.between(3, 25)));
        }
        return "교육 " + made + "회, 책자 3종";
    }

    private void training(Draw draw, LocalDate day, int number) {
        trainings.save(
                Actor.SYSTEM,
                new Training(
                        draw.id(draw.moment(day)),
                        day,
                        day.getYear() + "년 " + SUBJECTS.get(number % SUBJECTS.size()) + " 교육",
                        "구청 기획상황실",
                        "언론팀",
                        "부서 홍보담당",
                        draw.between(35, 80),
                        ""));
    }

    private void booklet(Draw draw, LocalDate day) {
        trainings.save(
                Actor.SYSTEM,
                new Booklet(
                        draw.id(draw.moment(day)),
                        day,
                        day.getYear() + "년 보도자료 작성 길잡이",
                        draw.between(40, 80),
                        draw.between(20, 40) * 10,
                        ""));
    }
}
