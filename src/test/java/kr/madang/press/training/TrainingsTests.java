package kr.madang.press.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.press.training.Trainings.Booklet;
import kr.madang.press.training.Trainings.Training;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Training and booklets are kept with what was handed out. */
@OfficeTest
class TrainingsTests {
    private static final Actor DESK = new Actor(UUID.randomUUID(), "press", "담당", "", Map.of("press", Level.WORK));

    @Autowired
    Trainings trainings;

    private Training training(String subject, LocalDate day) {
        return new Training(trainings.id(), day, subject, "", "", "", 30, "");
    }

    @Test
    void aTrainingIsKeptFoundAndTakenOut() {
        var subject = "교육 " + System.nanoTime();
        var id = trainings.save(DESK, training(subject, LocalDate.of(2024, 4, 1)));
        trainings.bring(DESK, id, "교재.pdf", new ByteArrayInputStream(new byte[] {1}));
        assertThat(trainings.trainings(subject)).hasSize(1);
        assertThat(trainings.trainings("%" + subject)).isEmpty();
        assertThat(trainings.materials(id)).singleElement().satisfies(m -> assertThat(m.name())
                .isEqualTo("교재.pdf"));
        trainings.delete(DESK, id);
        assertThat(trainings.materials(id)).isEmpty();
        assertThatThrownBy(() -> trainings.training(id)).isInstanceOf(Refused.class);
    }

    @Test
    void whatCannotBeIsRefused() {
        var reader = new Actor(UUID.randomUUID(), "r", "r", "", Map.of("press", Level.VIEW));
        var day = LocalDate.of(2024, 4, 1);
        assertThatThrownBy(() -> trainings.save(reader, training("x", day))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> trainings.save(DESK, training(" ", day))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> trainings.save(DESK, training("x", LocalDate.of(2999, 1, 1))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> trainings.save(DESK, new Booklet(trainings.id(), day, "x", -1, 0, "")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> trainings.bring(DESK, UUID.randomUUID(), "x", new ByteArrayInputStream(new byte[] {1})))
                .isInstanceOf(Refused.class);
    }
}
