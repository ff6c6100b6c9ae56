package kr.madang.approvals.dispatch;

import java.util.regex.Pattern;
import kr.madang.kernel.Refused;

/** Whom a paper is for (수신자). */
public sealed interface Recipient {
    /** As it stands after 수신. */
    String name();

    /** What makes two of them the same. */
    String key();

    Channel channel();

    /** A unit of the office (처리과). */
    record Inside(String code, String name) implements Recipient {
        @Override
        public String key() {
            return "unit:" + code;
        }

        @Override
        public Channel channel() {
            return Channel.INSIDE;
        }
    }

    /** Another agency of the book (기관). */
    record Outside(String code, String name) implements Recipient {
        @Override
        public String key() {
            return "agency:" + code;
        }

        @Override
        public Channel channel() {
            return Channel.AGENCY;
        }
    }

    /** Somebody outside of any agency (민원인), by mail. */
    record Resident(String name, String email) implements Recipient {
        private static final Pattern EMAIL =
                Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

        public Resident {
            name = name.strip();
            email = email.strip();
            if (name.isEmpty() || name.length() > 60 || name.chars().anyMatch(Character::isISOControl))
                throw Refused.invalid("approvals.recipient.name");
            if (email.length() > 254 || !EMAIL.matcher(email).matches())
                throw Refused.invalid("approvals.recipient.email");
        }

        @Override
        public String key() {
            return "mail:" + email.toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        /** Kept out of logs. */
        @Override
        public String toString() {
            return "Resident";
        }
    }

    /** Everybody, on the homepage (누리집). */
    record Homepage() implements Recipient {
        @Override
        public String name() {
            return "누리집 게시";
        }

        @Override
        public String key() {
            return "homepage";
        }

        @Override
        public Channel channel() {
            return Channel.HOMEPAGE;
        }
    }
}
