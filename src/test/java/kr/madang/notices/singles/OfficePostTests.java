package kr.madang.notices.singles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.post.Fate;
import kr.madang.kernel.post.Letter;
import kr.madang.kernel.post.Post;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters that other rooms hand over. */
@OfficeTest
class OfficePostTests {
    @Autowired
    Post post;

    @Autowired
    Files files;

    @Autowired
    SingleTexts texts;

    private UUID send(List<UUID> enclosed) {
        var letter = new Letter("desk@paper.example", "제목", "본문", enclosed, "release:1");
        return post.send(Actor.SYSTEM, List.of(letter)).getFirst();
    }

    @Test
    void aLetterWaitsWithItsFiles() {
        var file = files.put(Actor.SYSTEM, "보도자료.txt", new ByteArrayInputStream("글".getBytes()));
        var id = send(List.of(file.id(), file.id()));
        assertThat(post.fates(List.of(id, UUID.randomUUID()))).containsOnlyKeys(id);
        var opened = texts.open(List.of(id), Instant.now()).get(id);
        assertThat(opened.broken()).isFalse();
        assertThat(opened.files()).hasSize(2).allSatisfy(f -> assertThat(f.bytes())
                .isEqualTo("글".getBytes()));
        assertThat(opened.files().get(0).bytes()).isSameAs(opened.files().get(1).bytes());
    }

    /** A letter never goes out without what belongs to it. */
    @Test
    void aLetterWhoseFileIsGoneIsBroken() {
        var id = send(List.of(UUID.randomUUID()));
        assertThat(texts.open(List.of(id), Instant.now()).get(id).broken()).isTrue();
    }

    @Test
    void whatIsNoLetterIsRefused() {
        var wrong = new Letter("nobody", "제목", "본문", List.of(), "release:1");
        assertThatThrownBy(() -> post.send(Actor.SYSTEM, List.of(wrong))).isInstanceOf(Refused.class);
        assertThat(post.fates(List.of())).isEmpty();
        assertThat(Fate.WAITING.at()).isNull();
    }
}
