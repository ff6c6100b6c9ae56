package kr.madang.notices.carriers;

import java.util.List;

/**
 * One message to one person, ready to go (발송물).
 *
 * @param to the address in the carrier's own form: digits for text messages
 * @param from the registered sender number
 * @param subject of a long message; empty when it has none
 * @param urgent whether it is worth nothing when it comes late; for carriers that can hurry
 * @param files what goes with a letter; carriers of short texts have no place for it
 */
public record Parcel(
        Reference reference,
        String to,
        String from,
        String subject,
        String text,
        Circle circle,
        boolean urgent,
        List<Enclosure> files) {
    /** Whom else it is said to. */
    public enum Circle {
        /** A list, which whoever gets it may leave. */
        LIST,
        /** Nobody: a code, a call, an answer to a program. There is no list to leave. */
        PERSON
    }

    /** By which the office knows it; a second attempt is another parcel. */
    public record Reference(int send, int row, int attempt) {
        /** For carriers that keep the office's own name of a message. */
        public String name() {
            return send + "-" + row + "-" + attempt;
        }
    }

    /** One of a list that may take its time. */
    public Parcel(Reference reference, String to, String from, String subject, String text) {
        this(reference, to, from, subject, text, Circle.LIST, false);
    }

    public Parcel(Reference reference, String to, String from, String subject, String text, Circle circle) {
        this(reference, to, from, subject, text, circle, false);
    }

    /** One of a list. */
    public Parcel(Reference reference, String to, String from, String subject, String text, boolean urgent) {
        this(reference, to, from, subject, text, Circle.LIST, urgent);
    }

    /** Without files. */
    public Parcel(
            Reference reference, String to, String from, String subject, String text, Circle circle, boolean urgent) {
        this(reference, to, from, subject, text, circle, urgent, List.of());
    }

    public Parcel {
        files = List.copyOf(files);
        if (to.isBlank()) throw new IllegalArgumentException("a parcel goes to somebody");
    }

    /** Neither the number nor the text of a resident may stand in a log. */
    @Override
    public String toString() {
        return "Parcel[" + reference.name() + "]";
    }
}
