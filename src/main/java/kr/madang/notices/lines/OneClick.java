package kr.madang.notices.lines;

import java.util.Optional;
import kr.madang.kernel.crypto.Signer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.mail.Marks;
import org.springframework.stereotype.Component;

/**
 * Reads the slip in the address with which a mail program takes somebody off the list by one click (원클릭 수신거부, RFC 8058). The slip
 * names the letter and nothing else; whoever has one letter can take off only whom that letter went to.
 */
@Component
public class OneClick {
    private static final String PURPOSE = "notices.mail";

    private final Marks marks;

    OneClick(Signer signer) {
        marks = new Marks(name -> signer.sign(PURPOSE, name));
    }

    /** Which letter; empty when the slip is not one of ours. */
    public Optional<Parcel.Reference> read(String slip) {
        return marks.read(Marks.Purpose.UNSUBSCRIBE, slip);
    }

    Marks marks() {
        return marks;
    }
}
