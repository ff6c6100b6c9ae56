package kr.madang.notices.carriers.smpp;

import static org.jsmpp.SMPPConstant.*;

import java.util.Locale;
import java.util.Set;
import kr.madang.notices.carriers.Answer;

/** What an operator means by the status of its answer (문자 응답 부호). A status other than zero says that the message was not taken. */
final class Statuses {
    /** About this message, and true tomorrow as well. All others are about the operator's day. */
    private static final Set<Integer> FOR_GOOD = Set.of(
            STAT_ESME_RINVMSGLEN,
            STAT_ESME_RINVPRTFLG,
            STAT_ESME_RINVSRCADR,
            STAT_ESME_RINVDSTADR,
            STAT_ESME_RINVESMCLASS,
            STAT_ESME_RINVSRCTON,
            STAT_ESME_RINVSRCNPI,
            STAT_ESME_RINVDSTTON,
            STAT_ESME_RINVDSTNPI,
            STAT_ESME_RX_P_APPN,
            STAT_ESME_RPROHIBITED,
            STAT_ESME_RINVDCS);

    private Statuses() {}

    static Answer answer(int status, String id) {
        return switch (status) {
            case STAT_ESME_ROK -> new Answer.Handed(id);
            case STAT_ESME_RTHROTTLED, STAT_ESME_RMSGQFUL -> new Answer.Throttled(code(status));
            default -> new Answer.Rejected(code(status), FOR_GOOD.contains(status));
        };
    }

    static String code(int status) {
        return String.format(Locale.ROOT, "0x%02X", status);
    }
}
