package kr.madang.notices.web.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.madang.OfficeTest;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.lines.LineDesk;
import kr.madang.notices.lines.LineKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Receipts relays bring by themselves, and what others bring instead. */
@OfficeTest
class HookPagesTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String SECRET = "shared-secret";

    @Autowired
    MockMvc mvc;

    @Autowired
    LineDesk desk;

    @Autowired
    JdbcClient db;

    private int line;
    private String body;

    @BeforeEach
    void line() {
        int n = NUMBER.incrementAndGet();
        line = desk.add(
                Actor.SYSTEM,
                LineKind.HTTP,
                new LineDesk.Draft("중계사 " + n, 0, Map.of("address", "https://relay.example/v1", "callback", SECRET)));
        body = "{\"receipts\":[{\"id\":\"hook-%d\",\"fate\":\"delivered\",\"code\":\"0\"}]}".formatted(n);
    }

    private static String sign(String secret, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private int bring(int to, String time, String signature, String what) throws Exception {
        return mvc.perform(post("/notices/hooks/lines/" + to)
                        .header("X-Madang-Timestamp", time)
                        .header("X-Madang-Signature", signature)
                        .contentType("application/json")
                        .content(what))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int parked() {
        return db.sql("select count(*) from notices.parked_receipt where carrier = :line")
                .param("line", line)
                .query(Integer.class)
                .single();
    }

    @Test
    void aSignedReceiptIsKeptHoweverOftenItComes() throws Exception {
        var now = Long.toString(Instant.now().getEpochSecond());
        for (int time = 0; time < 3; time++)
            assertThat(bring(line, now, sign(SECRET, now + "." + body), body)).isEqualTo(204);
        assertThat(parked()).isEqualTo(1);
    }

    @Test
    void whatIsNotSignedRightIsNotTaken() throws Exception {
        var now = Long.toString(Instant.now().getEpochSecond());
        var old = Long.toString(Instant.now().minusSeconds(3_600).getEpochSecond());
        var right = sign(SECRET, now + "." + body);
        assertThat(bring(line, now, sign("other", now + "." + body), body)).isEqualTo(403);
        assertThat(bring(line, now, "", body)).isEqualTo(403);
        assertThat(bring(line, "", "", body)).isEqualTo(403);
        assertThat(bring(line, now, right, body.replace("delivered", "failed"))).isEqualTo(403);
        assertThat(bring(line, old, sign(SECRET, old + "." + body), body)).isEqualTo(403);
        assertThat(bring(9_999, now, right, body)).isEqualTo(403);
        assertThat(bring(line, now, right, " ".repeat(1024 * 1024 + 1))).isEqualTo(413);
        assertThat(parked()).isZero();
    }

    /** A line without a secret believes nobody, also not who signs with nothing. */
    @Test
    void aLineWithoutASecretBelievesNobody() throws Exception {
        int other = desk.add(
                Actor.SYSTEM,
                LineKind.HTTP,
                new LineDesk.Draft("열쇠 없는 중계사 " + line, 0, Map.of("address", "https://relay.example/v1")));
        var now = Long.toString(Instant.now().getEpochSecond());
        assertThat(bring(other, now, sign(" ", now + "." + body), body)).isEqualTo(403);
    }
}
