package kr.madang.notices.carriers.smpp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A line on which PDUs go both ways (문자 회선), the same for whoever calls and whoever is called. One thread writes, many PDUs at a time;
 * a PDU that claims an absurd length ends the line before anything is set aside for it.
 */
public final class Wire implements Closeable {
    private static final int HEAD = 16;
    private static final int LONGEST = 70_000;
    private static final int QUEUE = 20_000;
    private static final int BURST = 64 * 1024;

    /** @param taken asked right before the bytes are written; whoever answers no has taken them back */
    private record Outgoing(byte[] bytes, BooleanSupplier taken) {}

    private final Socket socket;
    private final DataInputStream in;
    private final BlockingQueue<Outgoing> out = new LinkedBlockingQueue<>(QUEUE);
    private final Thread writer;
    private volatile boolean closed;

    public Wire(Socket socket, String name) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BURST));
        writer = Thread.ofVirtual().name("smpp-write-" + name).start(this::write);
    }

    /** The next PDU; null when the line is over. */
    public @Nullable Pdu read() {
        try {
            int length = in.readInt();
            if (length < HEAD || length > LONGEST) throw new IOException("no PDU has " + length + " bytes");
            var bytes = new byte[length];
            bytes[0] = (byte) (length >>> 24);
            bytes[1] = (byte) (length >>> 16);
            bytes[2] = (byte) (length >>> 8);
            bytes[3] = (byte) length;
            in.readFully(bytes, 4, length - 4);
            return new Pdu(bytes);
        } catch (IOException e) {
            close();
            return null;
        }
    }

    /** Waits when the other side does not read. */
    public void send(byte[] pdu) {
        send(pdu, () -> true);
    }

    public void send(byte[] pdu, BooleanSupplier taken) {
        try {
            if (!closed) out.put(new Outgoing(pdu, taken));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    private void write() {
        var burst = new ByteArrayOutputStream(BURST);
        try {
            var stream = socket.getOutputStream();
            while (!closed) {
                add(out.take(), burst);
                for (var next = out.poll(); next != null; next = burst.size() < BURST ? out.poll() : null)
                    add(next, burst);
                burst.writeTo(stream);
                stream.flush();
                burst.reset();
            }
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void add(Outgoing next, ByteArrayOutputStream burst) {
        if (next.taken().getAsBoolean()) burst.writeBytes(next.bytes());
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            // it is over either way
        }
        writer.interrupt();
        // whoever waits for room in the queue sees that the line is over
        out.clear();
    }
}
