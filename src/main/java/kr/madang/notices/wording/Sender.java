package kr.madang.notices.wording;

import kr.madang.kernel.Refused;
import kr.madang.notices.wording.PhoneNumber.Form;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a message (보내는 기관).
 *
 * @param name as residents know it: 영등포구청
 * @param rejection free number by which advertising is refused (무료수신거부); null when the office has none
 */
public record Sender(
        String name, SenderNumber number, @Nullable PhoneNumber rejection) {
    public Sender {
        if (name.isBlank()) throw Refused.invalid("notices.sender.name");
        if (rejection != null && rejection.form() != Form.FREE) throw Refused.invalid("notices.sender.rejection");
    }
}
