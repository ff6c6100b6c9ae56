package kr.madang.notices.carriers.mail;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/**
 * How letters go to the mail server (전자우편 회선 설정).
 *
 * @param user for AUTH PLAIN; empty where the server asks nobody
 * @param from the address readers see
 * @param sender the name readers see; empty for none
 * @param bounce the address bounces go to, before its mark is put in; empty to have them go to {@code from} unmarked
 * @param maildir the folder into which the mail server puts what comes to {@code bounce}; empty when there is none
 * @param unsubscribe address below which one click takes somebody off the list (RFC 8058); empty when there is none
 * @param sessions how many connections may stand at once
 * @param patience how long the server may take to answer
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        String user,
        String password,
        String from,
        String sender,
        String bounce,
        String maildir,
        String unsubscribe,
        int sessions,
        Duration patience,
        Marks marks,
        SSLSocketFactory tls) {
    /** How the line is kept from being read. */
    public enum Security {
        /** Encrypted after a greeting; a server that does not offer it gets nothing. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** In clear: only to a server on this machine or in the same room. A password is never sent over it. */
        NONE
    }

    public MailSettings {
        if (port < 1 || port > 65_535) throw new IllegalArgumentException("no such port: " + port);
        if (sessions < 1) throw new IllegalArgumentException("no session");
        if (patience.isNegative() || patience.isZero()) throw new IllegalArgumentException("no patience");
        if (from.indexOf('@') < 1) throw new IllegalArgumentException("no sender address");
        if (!unsubscribe.isEmpty() && !unsubscribe.endsWith("/")) unsubscribe = unsubscribe + "/";
    }

    public MailSettings(
            String host,
            int port,
            Security security,
            String user,
            String password,
            String from,
            String sender,
            String bounce,
            String maildir,
            String unsubscribe,
            int sessions,
            Duration patience,
            Marks marks) {
        this(
                host,
                port,
                security,
                user,
                password,
                from,
                sender,
                bounce,
                maildir,
                unsubscribe,
                sessions,
                patience,
                marks,
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** Behind the sign. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** The password does not belong in a log. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
