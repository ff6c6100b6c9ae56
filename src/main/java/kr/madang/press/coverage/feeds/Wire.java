package kr.madang.press.coverage.feeds;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import kr.madang.press.coverage.feeds.Unfetched.Reason;

/**
 * One request and its answer over HTTP/1.1 (요청·응답), to an address that has been judged already: the clients of the platform resolve names
 * themselves and could be led elsewhere.
 */
final class Wire {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int BUFFER = 16 * 1024;

    private final long most;
    private final Duration patience;

    /** @param most bytes of an answer, unpacked @param patience for the whole exchange */
    Wire(long most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    record Reply(int status, Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Reply get(Doors.Door door, URI uri, Map<String, String> headers) throws Unfetched {
        long end = System.nanoTime() + patience.toNanos();
        try (var socket = open(door)) {
            socket.getOutputStream().write(request(door, uri, headers).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var in = new Patient(socket, end);
            var head = head(in);
            int status = status(head.getFirst());
            var fields = fields(head);
            var body = status == 304 || status == 204 ? new byte[0] : body(in, fields);
            return new Reply(status, fields, body);
        } catch (SocketTimeoutException e) {
            throw new Unfetched(Reason.TIMEOUT, door.host());
        } catch (SSLException e) {
            throw new Unfetched(Reason.UNREACHABLE, door.host() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Unfetched(Reason.UNREACHABLE, door.host() + ": " + e.getMessage());
        }
    }

    private Socket open(Doors.Door door) throws IOException {
        var plain = new Socket();
        try {
            plain.setSoTimeout((int) patience.toMillis());
            plain.connect(
                    new InetSocketAddress(door.address(), door.port()), (int) Math.min(10_000, patience.toMillis()));
            if (!door.secure()) return plain;
            var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            var secure = (SSLSocket) factory.createSocket(plain, door.host(), door.port(), true);
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (!door.host().matches("[0-9.]+|.*:.*")) parameters.setServerNames(List.of(new SNIHostName(door.host())));
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return secure;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static String request(Doors.Door door, URI uri, Map<String, String> headers) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var host = door.host().contains(":") ? "[" + door.host() + "]" : door.host();
        boolean usual = door.port() == (door.secure() ? 443 : 80);
        var text = new StringBuilder("GET " + ascii(path + query) + " HTTP/1.1\r\nHost: " + host
                + (usual ? "" : ":" + door.port()) + "\r\n");
        headers.forEach((name, value) ->
                text.append(name).append(": ").append(ascii(value)).append("\r\n"));
        return text.append("Accept-Encoding: gzip\r\nConnection: close\r\n\r\n").toString();
    }

    /** Nothing typed can begin another line of the request. */
    private static String ascii(String text) {
        return text.replaceAll("[^\\x21-\\x7e ]", "");
    }

    private static List<String> head(InputStream in) throws IOException, Unfetched {
        var out = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int b = in.read();
            if (b < 0) throw new EOFException("no answer");
            out.write(b);
            if (out.size() > LONGEST_HEAD) throw new Unfetched(Reason.BAD_ANSWER, "head of the answer is too long");
            newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
        }
        return out.toString(StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static int status(String line) throws Unfetched {
        var found = java.util.regex.Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?")
                .matcher(line);
        if (!found.matches()) throw new Unfetched(Reason.BAD_ANSWER, "no HTTP answer");
        return Integer.parseInt(found.group(1));
    }

    private static Map<String, String> fields(List<String> head) {
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            if (colon > 0)
                fields.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
        }
        return fields;
    }

    private byte[] body(InputStream in, Map<String, String> fields) throws IOException, Unfetched {
        boolean chunked = fields.getOrDefault("Transfer-Encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked");
        long length = length(fields.get("Content-Length"));
        if (!chunked && length > most) throw new Unfetched(Reason.TOO_LARGE, length + " bytes announced");
        InputStream raw = chunked ? new Chunks(in) : length >= 0 ? new Exactly(in, length) : in;
        var packing = fields.getOrDefault("Content-Encoding", "").toLowerCase(Locale.ROOT);
        var plain =
                switch (packing) {
                    case "gzip", "x-gzip" -> new GZIPInputStream(raw, BUFFER);
                    case "deflate" -> new InflaterInputStream(raw);
                    case "", "identity" -> raw;
                    default -> throw new Unfetched(Reason.BAD_ANSWER, "packed as " + packing);
                };
        return bounded(plain);
    }

    private static long length(@org.jspecify.annotations.Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : -1;
    }

    /** Counted after unpacking, so that a small answer that unpacks without end is cut as well. */
    private byte[] bounded(InputStream in) throws IOException, Unfetched {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + n > most) throw new Unfetched(Reason.TOO_LARGE, "more than " + most + " bytes");
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    /** Gives up when the whole exchange takes too long, however steadily it drips. */
    private static final class Patient extends InputStream {
        private final Socket socket;
        private final InputStream in;
        private final long end;

        Patient(Socket socket, long end) throws IOException {
            this.socket = socket;
            this.in = new java.io.BufferedInputStream(socket.getInputStream(), BUFFER);
            this.end = end;
        }

        private void hurry() throws IOException {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new SocketTimeoutException();
            socket.setSoTimeout((int) Math.max(1, left));
        }

        @Override
        public int read() throws IOException {
            if (in.available() == 0) hurry();
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            hurry();
            return in.read(into, from, length);
        }
    }

    private static final class Exactly extends InputStream {
        private final InputStream in;
        private long left;

        Exactly(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) return -1;
            int n = in.read(into, from, (int) Math.min(left, length));
            if (n < 0) throw new EOFException("the answer broke off");
            left -= n;
            return n;
        }
    }

    private static final class Chunks extends InputStream {
        private final InputStream in;
        private long left;
        private boolean over;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (over) return -1;
            if (left == 0) left = next();
            if (left == 0) {
                over = true;
                return -1;
            }
            int n = in.read(into, from, (int) Math.min(left, length));
            if (n < 0) throw new EOFException("the answer broke off");
            left -= n;
            if (left == 0) line();
            return n;
        }

        private long next() throws IOException {
            var size = line().replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,8}")) throw new IOException("chunk of " + size.length() + " signs");
            return Long.parseLong(size, 16);
        }

        private String line() throws IOException {
            var text = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) throw new EOFException("the answer broke off");
                if (text.length() > 1_000) throw new IOException("line of a chunk is too long");
                if (b != '\r') text.append((char) b);
            }
            return text.toString();
        }
    }
}
