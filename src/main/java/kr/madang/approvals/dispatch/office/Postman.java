package kr.madang.approvals.dispatch.office;

import java.util.List;
import org.springframework.stereotype.Component;

/** Lets the other parts of the room write to people of the house through the office's mail server (알림 편지). */
@Component
public class Postman {
    /** How it ended; SILENT when the server said nothing after it had the letter. */
    public enum Answer {
        SENT,
        REFUSED,
        LATER,
        SILENT
    }

    /** @param id unlike any other letter's */
    public record Note(String id, String name, String to, String title, String text) {
        /** Kept out of logs. */
        @Override
        public String toString() {
            return "Note[" + id + "]";
        }
    }

    private final Mail mail;
    private final OfficeName office;

    Postman(Mail mail, OfficeName office) {
        this.mail = mail;
        this.office = office;
    }

    /** Whether a mail server is set up. */
    public boolean ready() {
        return mail.ready();
    }

    public String office() {
        return office.name();
    }

    /** @param over called when the connection stands, just before the server may take the letter */
    public Answer send(Note note, Runnable over) {
        var parcel = new Mail.Parcel(note.id(), note.name(), note.to(), note.title(), note.text(), List.of());
        return switch (mail.send(parcel, over).end()) {
            case SENT -> Answer.SENT;
            case REFUSED_FOR_GOOD -> Answer.REFUSED;
            case REFUSED_FOR_NOW -> Answer.LATER;
            case UNSURE -> Answer.SILENT;
        };
    }
}
