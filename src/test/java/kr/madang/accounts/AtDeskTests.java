package kr.madang.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kr.madang.OfficeTest;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OfficeTest
class AtDeskTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void aMockedRequestMayComeFromSomeoneAtTheDesk() {
        assertThat(mvc.get().uri("/desk/none")).hasStatus(302);
        assertThat(mvc.get().uri("/desk/none").with(AtDesk.who(Map.of("office", Level.WORK))))
                .hasStatus(404);
    }
}
