package kr.madang;

import static org.assertj.core.api.Assertions.assertThat;

import kr.madang.kernel.seed.DemoOffice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class OfficeOpensTests {
    @Autowired
    DemoOffice demo;

    @Test
    void anEmptyOfficeIsNoDemoOffice() {
        assertThat(demo.exists()).isFalse();
    }
}
