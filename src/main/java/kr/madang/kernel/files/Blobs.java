package kr.madang.kernel.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** Where the bytes lie, each content once, under its SHA-256: a local folder or an S3-compatible bucket. */
interface Blobs {
    /** A content and when it was last put. */
    record Blob(String sha256, Instant putAt) {}

    /** Stores the draft whole or not at all; a content already there is put anew, which heals a damaged one. */
    void put(String sha256, Path draft) throws IOException;

    /**
     * @param length bytes from {@code from}; both lie within the content
     * @throws java.nio.file.NoSuchFileException when it is not there
     */
    InputStream open(String sha256, long from, long length) throws IOException;

    /** The whole content. */
    InputStream open(String sha256) throws IOException;

    void remove(String sha256) throws IOException;

    /** Everything stored, as a stream to be closed. */
    Stream<Blob> list() throws IOException;
}
