package kr.madang.notices.carriers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts.Fate;
import kr.madang.notices.carriers.Receipts.Receipt;

/**
 * Reads what a mail server says of a letter it could not deliver (반송 통지, RFC 3464). Which letter, the address it came to says; the notice
 * itself is only believed about how. Out-of-office answers come to the same address and say nothing final.
 */
record DsnReader(Marks marks, Clock clock) {
    private static final Pattern MARK = Pattern.compile("\\+([0-9]+-[0-9]+-[0-9]+-[0-9a-fA-F]{16})@");
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    /** Filled in by the server that delivered to us, so the likeliest first. */
    private static final List<String> CAME_TO = List.of("Delivered-To", "X-Original-To", "Envelope-To", "To");

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 50;
    private static final int LONGEST_REPORT = 64 * 1024;
    private static final String EXPIRED = "4.7";

    /** Empty when it is no notice about a letter of ours, or says nothing final. */
    Optional<Receipt> read(InputStream mail) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), mail);
            var reference = reference(message);
            if (reference.isEmpty()) return Optional.empty();
            var report = report(message, 0);
            return report.isEmpty() ? Optional.empty() : fate(report.get(), reference.get(), at(message.getSentDate()));
        } catch (MessagingException | IOException | RuntimeException e) {
            // whatever strangers send here, it is no notice
            return Optional.empty();
        }
    }

    private Optional<Parcel.Reference> reference(MimeMessage message) throws MessagingException {
        for (var name : CAME_TO) {
            var values = message.getHeader(name);
            if (values == null) continue;
            for (var value : values) {
                var found = MARK.matcher(value);
                while (found.find()) {
                    var reference = marks.read(Marks.Purpose.BOUNCE, found.group(1));
                    if (reference.isPresent()) return reference;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> report(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status"))
            return Optional.of(part.getInputStream().readNBytes(LONGEST_REPORT));
        if (depth >= DEEPEST || !part.isMimeType("multipart/*")) return Optional.empty();
        if (!(part.getContent() instanceof Multipart parts)) return Optional.empty();
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            var found = report(parts.getBodyPart(i), depth + 1);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** One group of fields about the message, then one about each recipient; a letter of ours has one recipient. */
    private static Optional<Receipt> fate(byte[] report, Parcel.Reference reference, Instant at)
            throws MessagingException {
        for (var group : groups(report)) {
            var action = field(group, "Action").toLowerCase(Locale.ROOT);
            var found = STATUS.matcher(field(group, "Status"));
            var status = found.find() ? found.group() : "";
            switch (action) {
                case "failed" -> {
                    var fate = status.endsWith("." + EXPIRED) ? Fate.EXPIRED : Fate.FAILED;
                    return Optional.of(new Receipt(reference.name(), fate, at, status));
                }
                case "delivered" -> {
                    return Optional.of(new Receipt(reference.name(), Fate.DELIVERED, at, status));
                }
                // delayed, relayed, expanded: nothing final
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static List<InternetHeaders> groups(byte[] report) throws MessagingException {
        var groups = new ArrayList<InternetHeaders>();
        var text = new String(report, StandardCharsets.UTF_8).replace("\r\n", "\n");
        for (var block : text.split("\n[ \t]*\n", MOST_PARTS)) {
            if (block.isBlank()) continue;
            var lines = (block.strip() + "\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            groups.add(new InternetHeaders(new ByteArrayInputStream(lines)));
        }
        return groups;
    }

    private static String field(InternetHeaders group, String name) {
        var value = group.getHeader(name, " ");
        return value == null ? "" : value.strip();
    }

    /** Never later than now, and never before the office sent anything by mail. */
    private Instant at(@org.jspecify.annotations.Nullable Date sent) {
        var now = clock.instant();
        return sent == null || sent.toInstant().isAfter(now) || sent.getTime() < 0 ? now : sent.toInstant();
    }
}
