package kr.madang.style;

import kr.madang.Madang;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class RoomsTests {
    @Test
    void roomsKeepToTheirArrows() {
        ApplicationModules.of(Madang.class).verify();
    }
}
