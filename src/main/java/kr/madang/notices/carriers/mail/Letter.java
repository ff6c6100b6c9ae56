package kr.madang.notices.carriers.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.madang.notices.carriers.Parcel;

/**
 * A letter to one person as it goes over the line (전자우편 한 통). Its Message-ID and the address its bounces go to come from the reference:
 * whoever sees the same letter twice can know it, and whoever is not reached is known.
 *
 * <p>Bodies go as base64, so no line of them is longer than SMTP allows or begins with a dot. Signing (DKIM), which receivers ask for
 * beside one-click unsubscribing, is the mail server's work.
 */
final class Letter {
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{Graph}&&[^<>()\\[\\],;:\\\\\"@]]{1,64}@([^\\s@<>]{1,253})");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneId.of("Asia/Seoul"));
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder();

    private final MailSettings settings;
    private final Parcel parcel;
    private final Instant at;
    private final String mark;

    Letter(MailSettings settings, Parcel parcel, Instant at) {
        this.settings = settings;
        this.parcel = parcel;
        this.at = at;
        mark = settings.marks().mark(Marks.Purpose.BOUNCE, parcel.reference());
    }

    Parcel parcel() {
        return parcel;
    }

    /** Who gets it, as SMTP writes it; empty when no server could understand it. Domains in Korean are written in their other form. */
    static Optional<String> recipient(Parcel parcel) {
        var found = ADDRESS.matcher(parcel.to());
        if (!found.matches()) return Optional.empty();
        try {
            var local = parcel.to().substring(0, parcel.to().lastIndexOf('@'));
            var domain = IDN.toASCII(found.group(1), IDN.USE_STD3_ASCII_RULES);
            return ASCII.matcher(local).matches() ? Optional.of(local + "@" + domain) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where its bounces go: {@code bounce+12-345-1-0123456789abcdef@…}. */
    String returnPath() {
        var base = settings.bounce();
        if (base.isEmpty()) return settings.from();
        int at = base.lastIndexOf('@');
        return base.substring(0, at) + "+" + mark + base.substring(at);
    }

    String id() {
        return mark + "@" + settings.domain();
    }

    /** Everything between DATA and the dot. */
    byte[] bytes(String recipient) {
        var boundary = "=_" + parcel.reference().name();
        var text = new StringBuilder(2 * parcel.text().length() + 2_000);
        header(text, "From", from());
        header(text, "To", "<" + recipient + ">");
        header(text, "Subject", HeaderText.of(parcel.subject()));
        header(text, "Date", DATE.format(at));
        header(text, "Message-ID", "<" + id() + ">");
        header(text, "MIME-Version", "1.0");
        header(text, "Auto-Submitted", "auto-generated");
        header(text, "Feedback-ID", parcel.reference().send() + ":notices:madang");
        if (parcel.circle() == Parcel.Circle.LIST) listed(text);
        if (parcel.files().isEmpty()) body(text, boundary);
        else withFiles(text, boundary);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void body(StringBuilder text, String boundary) {
        header(text, "Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
        text.append("\r\n");
        part(text, boundary, "text/plain", lines(parcel.text()));
        part(text, boundary, "text/html", Html.of(parcel.subject(), parcel.text()));
        text.append("--").append(boundary).append("--\r\n");
    }

    private void withFiles(StringBuilder text, String boundary) {
        var whole = boundary + "-whole";
        header(text, "Content-Type", "multipart/mixed; boundary=\"" + whole + "\"");
        text.append("\r\n--").append(whole).append("\r\n");
        body(text, boundary);
        for (var file : parcel.files()) {
            text.append("--").append(whole).append("\r\n");
            header(text, "Content-Type", FileName.type(file.mediaType()) + "; " + FileName.of("name", file.name()));
            header(text, "Content-Disposition", "attachment; " + FileName.of("filename", file.name()));
            header(text, "Content-Transfer-Encoding", "base64");
            text.append("\r\n").append(BASE64.encodeToString(file.bytes())).append("\r\n");
        }
        text.append("--").append(whole).append("--\r\n");
    }

    private static void header(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }

    /** What is said to one person is no list: there is none to leave, and nobody shall sort it away. */
    private void listed(StringBuilder text) {
        header(text, "Precedence", "bulk");
        if (settings.unsubscribe().isEmpty()) return;
        var slip = settings.marks().mark(Marks.Purpose.UNSUBSCRIBE, parcel.reference());
        header(text, "List-Unsubscribe", "<" + settings.unsubscribe() + slip + ">");
        header(text, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private String from() {
        var address = "<" + settings.from() + ">";
        return settings.sender().isEmpty() ? address : HeaderText.of(settings.sender()) + " " + address;
    }

    private static void part(StringBuilder text, String boundary, String type, String content) {
        text.append("--").append(boundary).append("\r\n");
        header(text, "Content-Type", type + "; charset=UTF-8");
        header(text, "Content-Transfer-Encoding", "base64");
        text.append("\r\n")
                .append(BASE64.encodeToString(content.getBytes(StandardCharsets.UTF_8)))
                .append("\r\n");
    }

    /** Lines of texts end as the standard wants them. */
    private static String lines(String content) {
        var lines = new StringBuilder(content.length() + 100);
        for (int i = 0; i < content.length(); i++) {
            char letter = content.charAt(i);
            boolean half = letter == '\r' && i + 1 < content.length() && content.charAt(i + 1) == '\n';
            if (letter == '\n' || letter == '\r' && !half) lines.append("\r\n");
            else if (!half) lines.append(letter);
        }
        return lines.toString();
    }
}
