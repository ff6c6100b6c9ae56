package kr.madang.notices.wording;

import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;

/**
 * What an officer wants to send (보낼 글).
 *
 * @param subject empty when there is none
 * @param text words, or a template
 * @param pictures how many pictures go with it
 */
public record Letter(Kind kind, Channel channel, String subject, String text, int pictures) {
    public static final int MOST_PICTURES = 3;

    public Letter {
        if (pictures < 0 || pictures > MOST_PICTURES) throw Refused.invalid("notices.text.pictures", MOST_PICTURES);
    }

    public static Letter sms(Kind kind, String text) {
        return new Letter(kind, Channel.SMS, "", text, 0);
    }

    boolean titled() {
        return !subject.isBlank();
    }

    boolean pictured() {
        return pictures > 0;
    }

    Letter saying(String words) {
        return new Letter(kind, channel, subject, words, pictures);
    }
}
