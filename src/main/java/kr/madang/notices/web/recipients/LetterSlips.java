package kr.madang.notices.web.recipients;

import java.util.Optional;
import java.util.UUID;
import kr.madang.notices.lines.OneClick;
import kr.madang.notices.recipients.Recipients;
import kr.madang.notices.recipients.door.Slip;
import org.springframework.stereotype.Component;

/** Reads the slips in e-mails of a send (수신거부 쪽지), which name the letter and not its reader. */
@Component
class LetterSlips implements Slip {
    private final OneClick slips;
    private final Recipients recipients;

    LetterSlips(OneClick slips, Recipients recipients) {
        this.slips = slips;
        this.recipients = recipients;
    }

    @Override
    public Optional<UUID> contact(String token) {
        return slips.read(token).flatMap(letter -> recipients.addressee(letter.send(), letter.row()));
    }
}
