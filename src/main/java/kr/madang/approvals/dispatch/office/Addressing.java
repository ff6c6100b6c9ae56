package kr.madang.approvals.dispatch.office;

import java.time.Instant;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.crypto.FieldCipher;
import org.springframework.stereotype.Component;

/** Knows whether somebody can be reached, and makes the rows of the outbox (수신자 확인). */
@Component
class Addressing {
    private final Units units;
    private final Agencies agencies;
    private final Folder folder;
    private final Mail mail;
    private final FieldCipher cipher;

    Addressing(Units units, Agencies agencies, Folder folder, Mail mail, FieldCipher cipher) {
        this.units = units;
        this.agencies = agencies;
        this.folder = folder;
        this.mail = mail;
        this.cipher = cipher;
    }

    /** @throws Refused when nothing could ever arrive there */
    void reachable(Recipient recipient) {
        switch (recipient) {
            case Recipient.Inside(var code, var _) -> {
                if (units.all().stream().noneMatch(u -> u.code().equals(code)))
                    throw Refused.invalid("approvals.recipient.unit");
            }
            case Recipient.Outside(var code, var _) -> {
                var agency = agencies.find(code).filter(a -> !a.retired());
                if (agency.isEmpty()) throw Refused.invalid("approvals.agency.missing");
                if (agency.get().way() == Agencies.Way.FOLDER && !folder.ready())
                    throw Refused.invalid("approvals.folder.none", agency.get().name());
            }
            case Recipient.Resident _ -> {
                if (!mail.ready()) throw Refused.invalid("approvals.mail.none");
            }
            case Recipient.Homepage() -> {}
        }
    }

    /** @param agreed nobody has to be asked before it goes */
    DeliveryRow row(Sent.Id sending, Paper.Id paper, int position, Recipient to, boolean agreed, Instant now) {
        var id = new Delivery.Id(Id.next(now));
        var asked = Delivery.asked(id, to.channel());
        var delivery = agreed ? asked.agreed(now, !byHand(to)) : asked;
        return switch (to) {
            case Recipient.Inside(var code, var name) -> row(delivery, sending, paper, position, code, name);
            case Recipient.Outside(var code, var name) -> row(delivery, sending, paper, position, code, name);
            case Recipient.Homepage home -> row(delivery, sending, paper, position, "", home.name());
            case Recipient.Resident(var name, var email) ->
                new DeliveryRow(
                        delivery,
                        sending.value(),
                        paper,
                        position,
                        "",
                        "",
                        SealedAddresses.seal(cipher, id, "sealed_name", name),
                        SealedAddresses.seal(cipher, id, "sealed_email", email),
                        "",
                        null);
        };
    }

    private static DeliveryRow row(
            Delivery delivery, Sent.Id sending, Paper.Id paper, int position, String code, String name) {
        return new DeliveryRow(delivery, sending.value(), paper, position, code, name, "", "", "", null);
    }

    private boolean byHand(Recipient to) {
        return to instanceof Recipient.Outside(var code, var _) && byHand(code);
    }

    boolean sendsMail() {
        return mail.ready();
    }

    boolean byHand(String agency) {
        return agencies.find(agency).filter(a -> a.way() == Agencies.Way.HAND).isPresent();
    }
}
