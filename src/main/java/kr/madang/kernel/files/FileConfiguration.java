package kr.madang.kernel.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import kr.madang.kernel.trail.Trail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the file store together: a local folder under the data folder, or, when {@code MADANG_FILES_S3_BUCKET} is set, a bucket at
 * {@code MADANG_FILES_S3_ENDPOINT} with {@code …_REGION}, {@code …_PREFIX}, {@code …_ACCESS_KEY} and {@code …_SECRET_KEY}.
 */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {
    @Bean
    Blobs blobs(
            @Value("${madang.data:data}") Path data,
            @Value("${madang.files.s3.bucket:}") String bucket,
            @Value("${madang.files.s3.endpoint:}") String endpoint,
            @Value("${madang.files.s3.region:us-east-1}") String region,
            @Value("${madang.files.s3.prefix:}") String prefix,
            @Value("${madang.files.s3.access.key:}") String accessKey,
            @Value("${madang.files.s3.secret.key:}") String secretKey) {
        if (bucket.isBlank()) return new LocalBlobs(data.resolve("files/store"));
        return new S3Blobs(new S3Blobs.Bucket(endpoint, region, bucket, prefix, accessKey, secretKey));
    }

    /** @param limit most megabytes of one file @param reserve megabytes kept free on the disk */
    @Bean
    Files files(
            Blobs blobs,
            @Value("${madang.data:data}") Path data,
            @Value("${madang.files.limit.mb:200}") long limit,
            @Value("${madang.files.reserve.mb:200}") long reserve,
            FileRows rows,
            Trail trail,
            TransactionOperations transaction,
            Clock clock) {
        var drafts = new Drafts(data.resolve("files/drafts"), reserve * 1_000_000);
        return new Files(blobs, drafts, rows, trail, transaction, clock, limit * 1_000_000);
    }

    @Bean
    Job sweepFiles(Files files) {
        return new Sweep(files);
    }

    private record Sweep(Files files) implements Job {
        @Override
        public String name() {
            return "files.sweep";
        }

        @Override
        public Timing timing() {
            return Timing.daily(3, 30);
        }

        @Override
        public String run() {
            try {
                return files.sweep() + "건 정리";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
