package kr.madang.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OfficeTest
class OnceTests {
    @Autowired
    MockMvcTester web;

    @Autowired
    TroublePages pages;

    @Test
    void theSecondSendingIsLedWhereTheFirstLed() {
        var once = UUID.randomUUID().toString();
        int before = pages.acted;
        var first = send("/trouble/act", once, "");
        var second = send("/trouble/act", once, "");
        assertThat(pages.acted).isEqualTo(before + 1);
        assertThat(second).hasStatus(303);
        assertThat(second.getResponse().getHeader("Location")).isEqualTo(location(first));
    }

    @Test
    void twoAtTheSameTimeActOnce() throws Exception {
        var once = UUID.randomUUID().toString();
        int before = pages.acted;
        Set<String> led = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> sending = () -> location(send("/trouble/act", once, "slow"));
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(5, sending))) led.add(answer.get());
        }
        assertThat(pages.acted).isEqualTo(before + 1);
        assertThat(led).hasSize(1);
    }

    @Test
    void whatLedNowhereIsAnsweredWithASentence() {
        var once = UUID.randomUUID().toString();
        int before = pages.acted;
        assertThat(send("/trouble/quiet", once, "")).hasStatusOk();
        var second = send("/trouble/quiet", once, "");
        assertThat(second).hasStatus(409);
        assertThat(second).bodyText().contains("이미 처리되었습니다");
        assertThat(pages.acted).isEqualTo(before + 1);
    }

    @Test
    void whatWasRefusedMayBeSentAgain() {
        var once = UUID.randomUUID().toString();
        assertThat(send("/trouble/act", once, "refuse")).hasStatus(422);
        assertThat(send("/trouble/act", once, "")).hasStatus(302);
    }

    @Test
    void anotherFormWithTheSameNumberIsItsOwn() {
        var once = UUID.randomUUID().toString();
        assertThat(send("/trouble/act", once, "")).hasStatus(302);
        assertThat(send("/trouble/quiet", once, "")).hasStatusOk();
    }

    @Test
    void aDamagedNumberIsRefused() {
        assertThat(send("/trouble/act", "'; drop table", "")).hasStatus(422);
    }

    private MvcTestResult send(String path, String once, String how) {
        return web.post()
                .uri(path)
                .with(csrf())
                .param("_once", once)
                .param("how", how)
                .exchange();
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }
}
