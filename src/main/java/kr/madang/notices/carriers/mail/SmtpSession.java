package kr.madang.notices.carriers.mail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import kr.madang.notices.carriers.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a mail server (전자우편 연결). A letter and the envelope of the next go out together (PIPELINING, RFC 2920), so a letter
 * costs one journey to the server and back. What was written when the line is lost decides: without the dot at its end no server takes a
 * letter, with it nobody knows.
 */
final class SmtpSession implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int BUFFER = 64 * 1024;
    private static final byte[] DOT = Reply.bytes(".");
    private static final byte[] DATA = Reply.bytes("DATA");
    private static final byte[] RESET = Reply.bytes("RSET");
    private static final int GO = 354;
    private static final int TOO_LARGE = 552;
    /** Said to DATA, these speak of the letter. */
    private static final Set<Integer> LETTERS_FAULT = Set.of(550, 552, 553, 554);

    /** Said to a recipient, these speak of us: closing down, or a password is wanted. */
    private static final Set<Integer> LINES_FAULT = Set.of(421, 530, 535, 538);

    /** The server will not have letters from us now, whoever they go to. */
    static final class Unwilling extends IOException {
        private static final long serialVersionUID = 1L;
        private final boolean busy;

        Unwilling(String code, boolean busy) {
            super(code);
            this.busy = busy;
        }

        Answer answer() {
            var code = String.valueOf(getMessage());
            return busy ? new Answer.Throttled(code) : new Answer.Rejected(code, false);
        }
    }

    private final MailSettings settings;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean pipelining;
    private int carried;
    private volatile long used = System.nanoTime();

    private SmtpSession(MailSettings settings, Socket socket) throws IOException {
        this.settings = settings;
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /** @throws IOException when nobody is there, or the server will not have us */
    static SmtpSession open(MailSettings settings) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) settings.patience().toMillis());
            boolean encrypted = settings.security() == MailSettings.Security.TLS;
            var session = new SmtpSession(settings, encrypted ? encrypt(settings, socket) : socket);
            session.greet();
            return session;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypt(MailSettings settings, Socket plain) throws IOException {
        var line = (SSLSocket) settings.tls().createSocket(plain, settings.host(), settings.port(), true);
        var rules = line.getSSLParameters();
        rules.setEndpointIdentificationAlgorithm("HTTPS");
        line.setSSLParameters(rules);
        line.startHandshake();
        return line;
    }

    private void greet() throws IOException {
        expect(Reply.read(in));
        var said = say("EHLO " + settings.domain());
        expect(said);
        if (settings.security() == MailSettings.Security.STARTTLS) {
            if (!said.offers("STARTTLS")) throw new Unwilling("no STARTTLS", false);
            startTls();
            said = say("EHLO " + settings.domain());
            expect(said);
        }
        pipelining = said.offers("PIPELINING");
        if (!settings.user().isEmpty()) authenticate(said);
    }

    /** What somebody on the way put in before the line was encrypted must not be read as if it came after. */
    private void startTls() throws IOException {
        expect(say("STARTTLS"));
        if (in.available() > 0) throw new IOException("something came before the line was encrypted");
        socket = encrypt(settings, socket);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    private void authenticate(Reply offered) throws IOException {
        if (settings.security() == MailSettings.Security.NONE) throw new Unwilling("password over a clear line", false);
        if (!offered.offersAuth("PLAIN")) throw new Unwilling("no AUTH PLAIN", false);
        var secret = ("\0" + settings.user() + "\0" + settings.password()).getBytes(StandardCharsets.UTF_8);
        expect(say("AUTH PLAIN " + Base64.getEncoder().encodeToString(secret)));
    }

    private static void expect(Reply reply) throws Unwilling {
        if (!reply.positive()) throw new Unwilling(reply.word(), reply.code() == 421);
    }

    private Reply say(String command) throws IOException {
        return say(Reply.bytes(command));
    }

    // ------------------------------------------------------------------ carrying

    boolean fresh() {
        return carried == 0;
    }

    /** Nanoseconds since it was last of use. */
    long idle() {
        return System.nanoTime() - used;
    }

    boolean alive() {
        try {
            socket.setSoTimeout(2_000);
            return say("NOOP").positive();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Carries letters as long as there are turns, and answers each of them. What it took and could not begin goes back to the others.
     *
     * @throws IOException when the session is of no more use
     */
    void carry(Turns turns) throws IOException {
        var now = turns.take();
        boolean announced = false;
        while (now != null) {
            Turns.Turn next = null;
            try {
                socket.setSoTimeout(turns.millisLeft(settings.patience()));
                if (pipelining && !announced) announce(now, false);
                var refused = envelope(now);
                if (refused == null && !turns.begin(now)) throw new IOException("given back meanwhile");
                next = turns.take();
                if (refused == null) deliver(turns, now, next);
                else pass(turns, now, refused, next);
            } catch (IOException e) {
                turns.lost(now, e, !fresh());
                if (next != null) turns.again(next);
                throw e;
            }
            announced = pipelining;
            now = next;
        }
        used = System.nanoTime();
    }

    /** This one is not wanted; its envelope is taken back. */
    private void pass(Turns turns, Turns.Turn now, Answer refused, Turns.@Nullable Turn next) throws IOException {
        turns.answer(now, refused);
        if (next != null && pipelining) announce(next, true);
        else say(RESET);
    }

    /** Writes ahead what the server is going to answer. */
    private void announce(Turns.Turn turn, boolean reset) throws IOException {
        if (reset) out.write(RESET);
        turn.reset(reset);
        out.write(mail(turn));
        out.write(rcpt(turn));
        out.write(DATA);
        out.flush();
    }

    private static byte[] mail(Turns.Turn turn) {
        return Reply.bytes("MAIL FROM:<" + turn.letter().returnPath() + ">");
    }

    private static byte[] rcpt(Turns.Turn turn) {
        return Reply.bytes("RCPT TO:<" + turn.recipient() + ">");
    }

    /** @return why this letter is not wanted; null when its text may come */
    private @Nullable Answer envelope(Turns.Turn turn) throws IOException {
        if (!pipelining) return stepByStep(turn);
        if (turn.reset()) Reply.read(in);
        var mail = Reply.read(in);
        var rcpt = Reply.read(in);
        var data = Reply.read(in);
        if (mail.positive() && rcpt.positive() && data.code() == GO) return null;
        if (data.code() == GO) {
            // it waits for a text that goes to nobody; the dot alone ends that
            out.write(DOT);
            out.flush();
            Reply.read(in);
        }
        return refusal(mail, rcpt, data);
    }

    private @Nullable Answer stepByStep(Turns.Turn turn) throws IOException {
        var mail = say(mail(turn));
        if (!mail.positive()) return refusal(mail, mail, mail);
        var rcpt = say(rcpt(turn));
        if (!rcpt.positive()) return refusal(mail, rcpt, rcpt);
        var data = say(DATA);
        return data.code() == GO ? null : refusal(mail, rcpt, data);
    }

    private Reply say(byte[] command) throws IOException {
        out.write(command);
        out.flush();
        return Reply.read(in);
    }

    /**
     * Who is refused: the recipient, for good or for now, or all of us. A sender the server does not like is the fault of the line; were it
     * taken as the letter's, one wrong setting would spend a whole send.
     */
    private static Answer refusal(Reply mail, Reply rcpt, Reply data) throws Unwilling {
        if (!mail.positive()) {
            if (mail.code() == TOO_LARGE) return new Answer.Rejected(mail.word(), true);
            throw new Unwilling(mail.word(), !mail.forGood());
        }
        var said = rcpt.positive() ? data : rcpt;
        boolean ours = said == data ? !LETTERS_FAULT.contains(said.code()) : LINES_FAULT.contains(said.code());
        if (ours) throw new Unwilling(said.word(), !said.forGood());
        return new Answer.Rejected(said.word(), said.forGood());
    }

    private void deliver(Turns turns, Turns.Turn now, Turns.@Nullable Turn next) throws IOException {
        out.write(now.letter().bytes(now.recipient()));
        out.write(DOT);
        if (next != null && pipelining) announce(next, false);
        else out.flush();
        var said = Reply.read(in);
        carried++;
        if (said.positive())
            turns.answer(
                    now, new Answer.Handed(now.letter().parcel().reference().name()));
        else turns.answer(now, new Answer.Rejected(said.word(), said.forGood()));
        if (said.code() == 421) throw new Unwilling(said.word(), true);
    }

    /** At once, also while somebody waits on it. */
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more either way
        }
    }

    @Override
    public void close() {
        try {
            socket.setSoTimeout(1_000);
            out.write(Reply.bytes("QUIT"));
            out.flush();
        } catch (IOException e) {
            // a farewell that fails changes nothing
        }
        cut();
    }
}
