package kr.madang.press.releases;

import java.util.List;
import java.util.UUID;
import kr.madang.kernel.files.Files;
import kr.madang.press.releases.writing.Photo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the pictures of releases. */
@Repository
class PhotoStore {
    /** A picture as the table has it. */
    private record Row(
            UUID id,
            UUID file,
            String caption,
            String credit,
            Photo.Rights rights,
            boolean portraits,
            String consent) {}

    private final JdbcClient db;
    private final Files files;

    PhotoStore(JdbcClient db, Files files) {
        this.db = db;
        this.files = files;
    }

    /** In their order. */
    List<Photo> of(UUID release, int version) {
        return db.sql("""
                select id, file, caption, credit, rights, portraits, consent from press.release_photo
                where release = :release and version = :version order by place""").param("release", release).param("version", version).query(Row.class).list().stream()
                .map(this::photo)
                .toList();
    }

    private Photo photo(Row row) {
        var file = files.get(row.file());
        return new Photo(
                row.id(),
                row.file(),
                file.mediaType(),
                file.size(),
                row.caption(),
                row.credit(),
                row.rights(),
                row.portraits(),
                row.consent());
    }

    void insert(UUID release, int version, Photo photo) {
        db.sql("""
                insert into press.release_photo (id, release, version, place, file, caption, credit, rights, portraits, consent)
                select :id, :release, :version, coalesce(max(place), 0) + 1, :file, :caption, :credit, :rights, :portraits, :consent
                from press.release_photo where release = :release and version = :version""")
                .param("id", photo.id())
                .param("release", release)
                .param("version", version)
                .param("file", photo.file())
                .param("caption", photo.caption())
                .param("credit", photo.credit())
                .param("rights", photo.rights())
                .param("portraits", photo.portraits())
                .param("consent", photo.consent())
                .update();
    }

    /** A correction begins with the pictures of what it corrects. */
    void copy(UUID release, int from, int to) {
        db.sql("""
                insert into press.release_photo (id, release, version, place, file, caption, credit, rights, portraits, consent)
                select gen_random_uuid(), release, :to, place, file, caption, credit, rights, portraits, consent
                from press.release_photo where release = :release and version = :from""")
                .param("release", release)
                .param("from", from)
                .param("to", to)
                .update();
    }

    boolean delete(UUID release, int version, UUID photo) {
        return db.sql("delete from press.release_photo where id = :id and release = :release and version = :version")
                        .param("id", photo)
                        .param("release", release)
                        .param("version", version)
                        .update()
                == 1;
    }
}
