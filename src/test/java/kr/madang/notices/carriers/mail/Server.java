package kr.madang.notices.carriers.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that does as it is told, also wrong. */
final class Server implements AutoCloseable {
    /** A letter as it arrived. */
    record Taken(String from, String to, String text) {}

    /** What it answers; DIE drops the line instead, HANG says nothing more. */
    static final String DIE = "DIE";

    static final String HANG = "HANG";

    final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger sessions = new AtomicInteger();
    final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    volatile String extensions = "PIPELINING";
    volatile Function<String, String> onMail = _ -> "250 2.1.0 Ok";
    volatile Function<String, String> onRcpt = _ -> "250 2.1.5 Ok";
    volatile Function<String, String> onData = _ -> "354 go";
    /** Asked with the recipient when the dot has come. */
    volatile Function<String, String> onDot = _ -> "250 2.0.0 Ok: queued as 4F2A";

    /** Asked when the text begins to come. */
    volatile Function<String, String> onText = _ -> "";

    volatile String greeting = "220 mail.example ESMTP";
    private final ServerSocket door;
    private final SSLContext tls;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();

    Server() throws IOException {
        this(null);
    }

    Server(SSLContext tls) throws IOException {
        this.tls = tls;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var line = door.accept();
                lines.add(line);
                sessions.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Ends all lines from this side. */
    void drop() {
        lines.forEach(Server::close);
        lines.clear();
    }

    private static void close(Socket line) {
        try {
            line.close();
        } catch (IOException e) {
            // closed is closed
        }
    }

    private void serve(Socket line) {
        try (line) {
            new Talk(line).run();
        } catch (IOException e) {
            // the other side has gone
        }
    }

    private final class Talk {
        private Socket line;
        private BufferedReader in;
        private OutputStream out;
        private String from = "";
        private String to = "";

        Talk(Socket line) throws IOException {
            over(line);
        }

        private void over(Socket next) throws IOException {
            line = next;
            in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            out = line.getOutputStream();
        }

        void run() throws IOException {
            if (!say(greeting)) return;
            for (var command = in.readLine(); command != null; command = in.readLine()) {
                commands.add(command);
                if (!answer(command)) return;
            }
        }

        private boolean say(String words) throws IOException {
            if (words.equals(DIE)) return false;
            if (words.equals(HANG)) {
                // reads nothing and says nothing until the other side has had enough
                while (in.read() >= 0) Thread.onSpinWait();
                return false;
            }
            out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        }

        private boolean answer(String command) throws IOException {
            var verb = command.split("[ :]")[0].toUpperCase();
            return switch (verb) {
                case "EHLO" ->
                    say("250-mail.example\r\n250-" + extensions.replace(",", "\r\n250-") + "\r\n250 8BITMIME");
                case "STARTTLS" -> startTls();
                case "AUTH" -> say(command.endsWith(" " + AUTH) ? "235 2.7.0 ok" : "535 5.7.8 no");
                case "MAIL" -> {
                    from = between(command);
                    yield say(onMail.apply(from));
                }
                case "RCPT" -> {
                    to = between(command);
                    yield say(onRcpt.apply(to));
                }
                case "DATA" -> data();
                case "QUIT" -> {
                    say("221 bye");
                    yield false;
                }
                default -> say("250 2.0.0 Ok");
            };
        }

        private boolean startTls() throws IOException {
            say("220 go");
            var next = (SSLSocket) tls.getSocketFactory().createSocket(line, null, line.getPort(), false);
            next.setUseClientMode(false);
            over(next);
            return true;
        }

        private boolean data() throws IOException {
            var reply = onRcpt.apply(to).startsWith("2") ? onData.apply(to) : "554 5.5.1 no valid recipients";
            if (!say(reply)) return false;
            if (!reply.startsWith("354")) return true;
            if (onText.apply(to).equals(DIE)) return false;
            var text = new StringBuilder();
            for (var next = in.readLine(); !".".equals(next); next = in.readLine()) {
                if (next == null) return false;
                text.append(next.startsWith(".") ? next.substring(1) : next).append("\r\n");
            }
            var said = onDot.apply(to);
            if (said.startsWith("2") || said.equals(DIE) || said.equals(HANG))
                taken.add(new Taken(from, to, text.toString()));
            return say(said);
        }
    }

    /** NUL, user, NUL, password. */
    static final String AUTH =
            java.util.Base64.getEncoder().encodeToString("\0office\0password-1".getBytes(StandardCharsets.UTF_8));

    private static String between(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }

    @Override
    public void close() throws IOException {
        door.close();
        drop();
    }
}
