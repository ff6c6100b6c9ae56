package kr.madang.press.web.outlets;

import java.nio.charset.StandardCharsets;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.files.StoredFile;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands files out to keep (파일 내려받기), never as a page of this site. */
public final class Downloads {
    private Downloads() {}

    public static ResponseEntity<InputStreamResource> of(Files files, StoredFile file) {
        var kept = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, kept.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .body(new InputStreamResource(files.open(file)));
    }
}
