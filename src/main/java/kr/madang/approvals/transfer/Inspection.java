package kr.madang.approvals.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import kr.madang.kernel.crypto.Signer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a package again and names every damage (이관 파일 검사). A ZIP lists its parts at its end and holds them before; both are read, for
 * programs differ in which they believe.
 *
 * @param parts how many parts were read, without the manifest and its signature
 * @param bytes how many bytes they hold
 * @param signed whether the signature is this office's
 */
public record Inspection(List<Damage> damages, long parts, long bytes, boolean signed) {
    /**
     * How much is read at most.
     *
     * @param bytes of all parts together, unpacked
     * @param parts how many
     * @param ratio how many times larger than its packed form a part of more than a megabyte may be
     */
    record Limits(long bytes, int parts, int ratio) {
        static final Limits USUAL = new Limits(50L << 30, 3_000_000, 300);
    }

    private static final int MANIFEST_LIMIT = 256 << 20;
    private static final int SIGNATURE_LIMIT = 1_000;
    private static final long SMALL = 1L << 20;
    private static final int SHOWN = 1_000;

    public boolean sound() {
        return damages.isEmpty();
    }

    public static Inspection of(Path file, Signer signer) {
        return of(file, signer, Limits.USUAL);
    }

    static Inspection of(Path file, Signer signer, Limits limits) {
        return new Reading(signer, limits).read(file);
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Reading {
        private final Signer signer;
        private final Limits limits;
        private final List<Damage> damages = new ArrayList<>();
        private final Map<String, Manifest.Sum> held = new LinkedHashMap<>();
        private final Map<String, byte[]> own = new HashMap<>();
        private long bytes;
        private boolean signed;

        Reading(Signer signer, Limits limits) {
            this.signer = signer;
            this.limits = limits;
        }

        Inspection read(Path file) {
            var listed = listed(file);
            if (listed != null && parts(file)) {
                compare(listed);
                manifest();
            }
            var first = damages.size() > SHOWN ? damages.subList(0, SHOWN) : damages;
            return new Inspection(List.copyOf(first), held.size(), bytes, signed);
        }

        private void find(Damage.Kind kind, String path) {
            damages.add(new Damage(kind, path));
        }

        /** The names at the end of the file. */
        private @Nullable List<String> listed(Path file) {
            try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
                if (zip.size() > limits.parts()) {
                    find(Damage.Kind.BOMB, "");
                    return null;
                }
                return zip.stream().map(ZipEntry::getName).toList();
            } catch (IOException | IllegalArgumentException e) {
                find(Damage.Kind.UNREADABLE, "");
                return null;
            }
        }

        /** @return false when reading had to stop */
        private boolean parts(Path file) {
            String path = "";
            try (var packed = new Counting(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
                    var zip = new ZipInputStream(packed, StandardCharsets.UTF_8)) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    path = entry.getName();
                    part(path, zip, packed);
                }
                return true;
            } catch (TooMuch e) {
                find(Damage.Kind.BOMB, path);
            } catch (IOException | IllegalArgumentException e) {
                find(Damage.Kind.UNREADABLE, path);
            }
            return false;
        }

        private void part(String path, ZipInputStream zip, Counting packed) throws IOException {
            boolean manifest = path.equals(Pack.MANIFEST);
            if (manifest || path.equals(Pack.SIGNATURE)) {
                var out = new ByteArrayOutputStream();
                copy(zip, out, packed, manifest ? MANIFEST_LIMIT : SIGNATURE_LIMIT);
                if (own.put(path, out.toByteArray()) != null) find(Damage.Kind.DUPLICATE, path);
                return;
            }
            var digest = Pack.sha256();
            long size = copy(
                    zip,
                    new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest),
                    packed,
                    limits.bytes() - bytes);
            bytes += size;
            if (held.size() >= limits.parts()) throw new TooMuch();
            if (!Pack.safe(path)) find(Damage.Kind.SLIP, path);
            var sum = new Manifest.Sum(HexFormat.of().formatHex(digest.digest()), size);
            if (held.put(path, sum) != null) find(Damage.Kind.DUPLICATE, path);
        }

        private long copy(InputStream in, OutputStream out, Counting packed, long limit) throws IOException {
            var buffer = new byte[1 << 16];
            long before = packed.bytes;
            long size = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                // what is buffered ahead counts as packed, which only makes the judgment milder
                boolean swollen = size > SMALL && size / limits.ratio() > packed.bytes - before + buffer.length;
                if (size > limit || swollen) throw new TooMuch();
                out.write(buffer, 0, count);
            }
            return size;
        }

        private void compare(List<String> listed) {
            var names = new HashSet<>(listed);
            if (names.size() < listed.size()) {
                var seen = new HashSet<String>();
                listed.stream().filter(n -> !seen.add(n)).distinct().forEach(n -> {
                    var damage = new Damage(Damage.Kind.DUPLICATE, n);
                    if (!damages.contains(damage)) damages.add(damage);
                });
            }
            for (var path : held.keySet()) if (!names.contains(path)) find(Damage.Kind.HIDDEN, path);
            for (var name : names)
                if (!held.containsKey(name) && !own.containsKey(name)) find(Damage.Kind.HIDDEN, name);
        }

        private void manifest() {
            var bytes = own.get(Pack.MANIFEST);
            if (bytes == null) {
                find(Damage.Kind.MANIFEST, "");
                return;
            }
            signature(bytes);
            var manifest = Manifest.read(bytes);
            for (int line : manifest.broken()) find(Damage.Kind.LINE, String.valueOf(line));
            for (var part : manifest.parts().entrySet()) {
                var there = held.get(part.getKey());
                if (there == null) find(Damage.Kind.MISSING, part.getKey());
                else if (!there.equals(part.getValue())) find(Damage.Kind.ALTERED, part.getKey());
            }
            for (var path : held.keySet()) if (!manifest.parts().containsKey(path)) find(Damage.Kind.UNLISTED, path);
        }

        private void signature(byte[] manifest) {
            var signature = own.get(Pack.SIGNATURE);
            if (signature == null) {
                find(Damage.Kind.UNSIGNED, "");
                return;
            }
            try {
                var text = new String(signature, StandardCharsets.US_ASCII);
                signed = signer.verifies(Pack.PURPOSE, manifest, HexFormat.of().parseHex(text));
            } catch (IllegalArgumentException e) {
                signed = false;
            }
            if (!signed) find(Damage.Kind.FORGED, "");
        }
    }

    private static final class Counting extends FilterInputStream {
        private long bytes;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) bytes++;
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            if (count > 0) bytes += count;
            return count;
        }
    }
}
