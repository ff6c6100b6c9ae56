package kr.madang.approvals.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.madang.kernel.crypto.Signer;

/**
 * Writes a package (이관 파일 만들기): a ZIP whose last two parts are the manifest, with hash and size of every part before, and the
 * signature of the manifest. The same parts always give the same bytes.
 */
final class Pack implements AutoCloseable {
    static final String MANIFEST = "manifest.txt";
    static final String SIGNATURE = "manifest.sig";
    static final String PURPOSE = "approvals.transfer";
    static final String HEAD = "madang-transfer 1";
    /** A part of a path has no separator of any system, no control character and is not made of dots. */
    private static final Pattern PATH =
            Pattern.compile("[^/\\\\:\\p{Cntrl}\\p{Cf}]{1,200}(/[^/\\\\:\\p{Cntrl}\\p{Cf}]{1,200}){0,9}");

    private static final Pattern DOTS = Pattern.compile("(.*/)?\\.{1,2}(/.*)?");
    /** ZIP keeps no moment before this one, and the same package shall have the same bytes whenever it is made. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Signer signer;
    private final StringBuilder manifest = new StringBuilder(HEAD).append('\n');
    private final Set<String> paths = new HashSet<>();

    Pack(OutputStream out, Signer signer) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.signer = signer;
    }

    static boolean safe(String path) {
        return PATH.matcher(path).matches() && !DOTS.matcher(path).matches();
    }

    /** Hands out what a part holds. */
    interface Part {
        void to(OutputStream out) throws IOException;
    }

    void add(String path, byte[] bytes) throws IOException {
        add(path, out -> out.write(bytes));
    }

    void add(String path, InputStream in) throws IOException {
        add(path, in::transferTo);
    }

    private void add(String path, Part part) throws IOException {
        if (!safe(path) || path.equals(MANIFEST) || path.equals(SIGNATURE) || !paths.add(path))
            throw new IllegalArgumentException(path);
        var digest = sha256();
        var counted = new Counted(zip);
        open(path);
        part.to(new DigestOutputStream(counted, digest));
        zip.closeEntry();
        manifest.append(line(HexFormat.of().formatHex(digest.digest()), counted.bytes, path));
    }

    static String line(String sha256, long size, String path) {
        return sha256 + " " + size + " " + path + "\n";
    }

    private void open(String path) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        var bytes = manifest.toString().getBytes(StandardCharsets.UTF_8);
        open(MANIFEST);
        zip.write(bytes);
        zip.closeEntry();
        open(SIGNATURE);
        zip.write(HexFormat.of().formatHex(signer.sign(PURPOSE, bytes)).getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts what passes; closing it does not close the package. */
    private static final class Counted extends OutputStream {
        private final OutputStream to;
        private long bytes;

        Counted(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            to.write(buffer, from, length);
            bytes += length;
        }
    }
}
