package kr.madang.report.audit.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kr.madang.report.audit.text.UnreadableDocument.Code;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The parts of a zipped document (묶음 문서); unpacks only what is asked for, and never more than the limit in all. */
final class Packed implements AutoCloseable {
    private static final int ENTRIES = 20_000;

    private final ZipFile zip;
    private final Limits limits;
    private long unpacked;

    private Packed(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static Packed open(byte[] bytes, Limits limits) throws UnreadableDocument {
        if (entries(bytes) > ENTRIES) {
            throw new UnreadableDocument(Code.BOMB);
        }
        try {
            return new Packed(
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                            .get(),
                    limits);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
    }

    private static int entries(byte[] bytes) {
        int count = 0;
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                count++;
            }
        }
        return count;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            names.add(entry.getName());
        }
        return names;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The unpacked bytes as a stream; null when there is no such part. */
    @Nullable
    InputStream stream(String name) throws UnreadableDocument {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableDocument(Code.ENCRYPTED);
        }
        if (entry.getSize() > limits.unpacked()) {
            throw new UnreadableDocument(Code.BOMB);
        }
        try {
            return new Counted(zip.getInputStream(entry));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Thrown through parsers that only know IOException. */
    static final class Overflow extends IOException {
        private static final long serialVersionUID = 1L;
        private final Code code;

        Overflow(Code code) {
            this.code = code;
        }

        Code code() {
            return code;
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            add(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            add(Math.max(0, n));
            return n;
        }

        private void add(int more) throws Overflow {
            unpacked += more;
            if (unpacked > limits.unpacked()) {
                throw new Overflow(Code.BOMB);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new Overflow(Code.TOO_SLOW);
            }
        }
    }
}
