package kr.madang.kernel.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Bytes in a bucket of an S3-compatible store; a put object is there whole or not at all by the store's own promise. */
final class S3Blobs implements Blobs, AutoCloseable {
    /**
     * Where the bucket is.
     *
     * @param endpoint e.g. {@code https://storage.example.kr}
     * @param prefix folder within the bucket, ending in a slash; empty for none
     */
    record Bucket(String endpoint, String region, String name, String prefix, String accessKey, String secretKey) {
        @Override
        public String toString() {
            return "Bucket[" + endpoint + "/" + name + "]";
        }
    }

    private final S3Client client;
    private final Bucket bucket;

    S3Blobs(Bucket bucket) {
        this.bucket = bucket;
        // checksums only where the protocol asks: compatible stores often know no more
        this.client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create(bucket.endpoint()))
                .region(Region.of(bucket.region()))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                .build();
    }

    @Override
    public void put(String sha256, Path draft) throws IOException {
        try {
            client.putObject(p -> p.bucket(bucket.name()).key(key(sha256)), RequestBody.fromFile(draft));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public InputStream open(String sha256, long from, long length) throws IOException {
        if (length == 0) return InputStream.nullInputStream();
        return get(sha256, "bytes=" + from + "-" + (from + length - 1));
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return get(sha256, "");
    }

    private InputStream get(String sha256, String range) throws IOException {
        try {
            return client.getObject(
                    g -> g.bucket(bucket.name()).key(key(sha256)).range(range.isEmpty() ? null : range));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(sha256);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void remove(String sha256) throws IOException {
        try {
            client.deleteObject(d -> d.bucket(bucket.name()).key(key(sha256)));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public Stream<Blob> list() {
        return client.listObjectsV2Paginator(l -> l.bucket(bucket.name()).prefix(bucket.prefix())).contents().stream()
                .filter(o -> o.key().substring(bucket.prefix().length()).matches("[0-9a-f]{64}"))
                .map(o -> new Blob(o.key().substring(bucket.prefix().length()), o.lastModified()));
    }

    private String key(String sha256) {
        return bucket.prefix() + sha256;
    }

    @Override
    public void close() {
        client.close();
    }
}
