package kr.madang.notices.officers;

import java.util.Optional;
import kr.madang.notices.Channel;

/** Where an officer is reached (직원 연락처), in clear and written one way only; never to be logged. */
public record Reach(Optional<String> phone, Optional<String> email) {
    public static final Reach NOWHERE = new Reach(Optional.empty(), Optional.empty());

    /** Empty when he is not reached so. */
    public Optional<String> on(Channel channel) {
        return switch (channel) {
            case SMS -> phone;
            case EMAIL -> email;
            case PUSH -> Optional.empty();
        };
    }

    /** Without the addresses, for it may end up in a log. */
    @Override
    public String toString() {
        return "Reach[" + (phone.isPresent() ? "SMS" : "") + (email.isPresent() ? " EMAIL" : "") + "]";
    }
}
