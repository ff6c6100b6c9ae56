package kr.madang.notices.posts;

import java.util.Set;
import kr.madang.kernel.Refused;

/** What an officer wants to be told, how and when (알림 설정). @param desks keys of desks; none for nothing */
public record Wish(Set<String> desks, boolean sms, boolean email, Hours hours) {
    public static final Wish NOTHING = new Wish(Set.of(), true, false, Hours.USUAL);

    public Wish {
        desks = Set.copyOf(desks);
        if (!desks.isEmpty() && !sms && !email) throw Refused.invalid("notices.posts.channel");
    }
}
