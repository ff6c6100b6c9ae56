package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import org.junit.jupiter.api.Test;

/** What is typed and not yet saved (자동 저장). */
@OfficeTest
class BuffersTests extends Drafters {
    @Test
    void aBufferIsItsOwnersAlone() {
        var owner = clerk();
        var other = clerk();
        var id = UUID.randomUUID();
        buffers.keep(owner, id, null, Map.of("title", List.of("내 글"), "_csrf", List.of("token")));
        assertThat(buffers.find(owner, id).orElseThrow().fields()).containsOnlyKeys("title");
        assertThat(buffers.find(other, id)).isEmpty();
        assertThat(buffers.left(other, null)).isEmpty();
        buffers.keep(other, id, null, Map.of("title", List.of("남의 글")));
        buffers.discard(other, id);
        assertThat(buffers.find(owner, id).orElseThrow().title()).isEqualTo("내 글");
    }

    @Test
    void aBufferKeepsWhatDatabasesDoNotLike() {
        var owner = clerk();
        var id = UUID.randomUUID();
        var text = "영\0글자 \\u0000 \"따옴표\" <script>alert(1)</script> 𠮷 😀";
        buffers.keep(owner, id, null, Map.of("title", List.of("제\0목\n둘"), "text", List.of(text)));
        assertThat(buffers.find(owner, id).orElseThrow().fields().get("text")).containsExactly(text);
    }

    @Test
    void aBufferHoldsALongTextAndRefusesAnEndlessOne() {
        var owner = clerk();
        var id = UUID.randomUUID();
        buffers.keep(owner, id, null, Map.of("text", List.of("가".repeat(200_000))));
        refused(
                "approvals.buffer.large",
                () -> buffers.keep(owner, id, null, Map.of("text", List.of("가".repeat(Buffers.LONGEST + 1)))));
        assertThat(buffers.find(owner, id).orElseThrow().fields().get("text").getFirst())
                .hasSize(200_000);
    }

    @Test
    void theOldestOfTooManyBuffersGo() {
        var owner = clerk();
        var first = UUID.randomUUID();
        buffers.keep(owner, first, null, Map.of("title", List.of("처음")));
        for (int i = 0; i < 30; i++) buffers.keep(owner, UUID.randomUUID(), null, Map.of("title", List.of("글 " + i)));
        assertThat(buffers.left(owner, null)).hasSize(30);
        assertThat(buffers.find(owner, first)).isEmpty();
    }

    @Test
    void buffersNobodyCameBackToAreForgotten() {
        var owner = clerk();
        var id = UUID.randomUUID();
        buffers.keep(owner, id, null, Map.of("title", List.of("오래된 글")));
        assertThat(buffers.forgetOld()).isZero();
        db.sql("update approvals.buffer set kept_at = kept_at - interval '31 days' where id = :id")
                .param("id", id)
                .update();
        assertThat(buffers.forgetOld()).isPositive();
        assertThat(buffers.find(owner, id)).isEmpty();
    }
}
