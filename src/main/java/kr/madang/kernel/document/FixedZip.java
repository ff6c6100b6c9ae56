package kr.madang.kernel.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A ZIP file whose bytes depend on its contents alone, because frozen reports are known by the hash of their files. */
public final class FixedZip implements Closeable {

    /** A local time, so that the zone of the machine leaves no trace; the very first one of 1980 would be written with its zone. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipOutputStream out;

    public FixedZip(OutputStream out) {
        this.out = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Adds a file as it is; readers of HWPX and EPUB look for the mimetype at a fixed offset. */
    public void stored(String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    public void deflated(String name, byte[] content) throws IOException {
        out.putNextEntry(entry(name));
        out.write(content);
        out.closeEntry();
    }

    /** Starts a deflated file whose content is streamed through the answer, which must not be closed. */
    public OutputStream streamed(String name) throws IOException {
        out.putNextEntry(entry(name));
        return out;
    }

    public void end() throws IOException {
        out.closeEntry();
    }

    /** The same files in the same order under the fixed time. */
    public static byte[] rewrite(byte[] zip) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8);
                FixedZip fixed = new FixedZip(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                fixed.deflated(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }
}
