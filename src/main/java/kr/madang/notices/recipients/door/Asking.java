package kr.madang.notices.recipients.door;

import java.util.Set;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Wish;

/** What somebody asks for with a code (신청 내용); no address and nothing else that says who they are. */
public record Asking(Registry.About about, Wish wish) {
    public static Asking nothing() {
        return new Asking(Registry.About.NOTHING, new Wish(false, Set.of(), false, false, true));
    }
}
