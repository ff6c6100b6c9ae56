package kr.madang.approvals.dispatch.office;

import java.util.UUID;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.line.Paper;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with what its row says beside its state (발송 대장의 한 줄).
 *
 * @param code of the unit or agency; empty for others
 * @param name of the unit, agency or homepage; empty for residents
 * @param sealedName a resident's, sealed; empty for others
 * @param sealedEmail a resident's, sealed; empty for others
 * @param manifest checksum of the package as it was written; empty before
 * @param packet the file in which that package is kept; null before, and where it was written by a Madang that kept none
 */
record DeliveryRow(
        Delivery delivery,
        UUID sending,
        Paper.Id paper,
        int position,
        String code,
        String name,
        String sealedName,
        String sealedEmail,
        String manifest,
        @Nullable UUID packet) {
    DeliveryRow with(Delivery other) {
        return new DeliveryRow(other, sending, paper, position, code, name, sealedName, sealedEmail, manifest, packet);
    }
}
