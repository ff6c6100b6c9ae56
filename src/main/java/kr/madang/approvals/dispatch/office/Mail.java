package kr.madang.approvals.dispatch.office;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import kr.madang.approvals.dispatch.exchange.Packet;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends a letter through the office's mail server (전자우편 발송). None unless {@code madang.mail.host} is set; {@code …port}, {@code …user},
 * {@code …password}, {@code …from} and {@code …starttls} go with it.
 */
@Component
class Mail {
    private static final Logger log = LoggerFactory.getLogger(Mail.class);
    private static final String CHARSET = "UTF-8";
    private static final int TIMEOUT = 20_000;

    /** How a sending ended. @param said what the server said */
    record Outcome(End end, String said) {
        enum End {
            SENT,
            REFUSED_FOR_GOOD,
            REFUSED_FOR_NOW,
            UNSURE
        }
    }

    /**
     * A letter ready to go.
     *
     * @param id unlike any other's, so that a server may notice a repetition
     * @param text the letter as any device shows it
     * @param files the letter to keep, and what is attached to it
     */
    record Parcel(String id, String name, String to, String title, String text, List<Packet.Enclosed> files) {
        /** Kept out of logs. */
        @Override
        public String toString() {
            return "Parcel[" + id + "]";
        }
    }

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String from;
    private final boolean starttls;
    private final OfficeName office;

    Mail(
            @Value("${madang.mail.host:}") String host,
            @Value("${madang.mail.port:25}") int port,
            @Value("${madang.mail.user:}") String user,
            @Value("${madang.mail.password:}") String password,
            @Value("${madang.mail.from:}") String from,
            @Value("${madang.mail.starttls:false}") boolean starttls,
            OfficeName office) {
        this.host = host.strip();
        this.port = port;
        this.user = user;
        this.password = password;
        this.from = from.strip();
        this.starttls = starttls;
        this.office = office;
    }

    boolean ready() {
        return !host.isEmpty() && !from.isEmpty();
    }

    /**
     * Sends one letter.
     *
     * @param over called when the connection stands, just before the server may take the letter
     */
    Outcome send(Parcel parcel, Runnable over) {
        var session = Session.getInstance(settings());
        try {
            var transport = session.getTransport("smtp");
            try {
                return send(session, transport, parcel, over);
            } finally {
                close(transport);
            }
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Outcome(Outcome.End.REFUSED_FOR_GOOD, said(e));
        }
    }

    private Outcome send(Session session, Transport transport, Parcel parcel, Runnable over)
            throws MessagingException, UnsupportedEncodingException {
        var message = message(session, parcel);
        message.saveChanges();
        try {
            if (user.isEmpty()) transport.connect();
            else transport.connect(user, password);
        } catch (MessagingException e) {
            return new Outcome(Outcome.End.REFUSED_FOR_NOW, said(e));
        }
        over.run();
        return deliver(transport, message);
    }

    /** A farewell that fails changes nothing about what was said before it. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("메일 서버와의 연결을 닫지 못했습니다.", e);
        }
    }

    /** Only what the server has said counts: silence after the letter went leaves a doubt. */
    private static Outcome deliver(Transport transport, MimeMessage message) throws MessagingException {
        try {
            transport.sendMessage(message, new Address[] {message.getAllRecipients()[0]});
            return new Outcome(Outcome.End.SENT, "");
        } catch (MessagingException e) {
            var answer = answer(e);
            int code = answer == null ? 0 : code(answer);
            // a connection that breaks reads as an answer below all codes
            if (answer == null || code < 400) return new Outcome(Outcome.End.UNSURE, said(e));
            return new Outcome(code >= 500 ? Outcome.End.REFUSED_FOR_GOOD : Outcome.End.REFUSED_FOR_NOW, said(answer));
        }
    }

    /** The innermost thing the server itself said; null when it said nothing. */
    private static @Nullable Exception answer(MessagingException e) {
        Exception found = null;
        for (Exception at = e; at != null; at = at instanceof MessagingException m ? m.getNextException() : null)
            if (code(at) != 0) found = at;
        return found;
    }

    private static int code(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException failed -> failed.getReturnCode();
            case SMTPSenderFailedException failed -> failed.getReturnCode();
            case SMTPSendFailedException failed -> failed.getReturnCode();
            default -> 0;
        };
    }

    private static String said(Exception e) {
        var said = e.getMessage();
        return SealedAddresses.withoutAddresses(said == null ? e.getClass().getSimpleName() : said);
    }

    private Properties settings() {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        settings.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.connectiontimeout", Integer.toString(TIMEOUT));
        settings.setProperty("mail.smtp.timeout", Integer.toString(TIMEOUT));
        settings.setProperty("mail.smtp.writetimeout", Integer.toString(TIMEOUT));
        return settings;
    }

    private MimeMessage message(Session session, Parcel parcel)
            throws MessagingException, UnsupportedEncodingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + parcel.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
            }
        };
        message.setFrom(new InternetAddress(from, office.name(), CHARSET));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.to(), parcel.name(), CHARSET));
        message.setSubject(parcel.title(), CHARSET);
        message.setSentDate(Date.from(Instant.now()));
        var whole = new MimeMultipart("mixed");
        whole.addBodyPart(part(parcel.text()));
        for (var file : parcel.files()) whole.addBodyPart(part(file));
        message.setContent(whole);
        return message;
    }

    private static MimeBodyPart part(String text) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name());
        return part;
    }

    private static String type(String name) {
        return name.endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
    }

    private static MimeBodyPart part(Packet.Enclosed file) throws MessagingException, UnsupportedEncodingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), type(file.name()))));
        part.setFileName(jakarta.mail.internet.MimeUtility.encodeText(file.name(), CHARSET, "B"));
        return part;
    }
}
