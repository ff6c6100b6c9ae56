package kr.madang.notices.alerts;

import java.util.UUID;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;

/** A member of staff whom a drill told (훈련 수신 직원). @param single the message; null when nobody knows how to reach him */
public record Told(UUID account, Channel channel, @Nullable UUID single) {}
