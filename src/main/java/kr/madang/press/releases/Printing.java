package kr.madang.press.releases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.document.Photograph;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.hwpx.HwpxWriter;
import kr.madang.kernel.document.pdf.SheetPdf;
import kr.madang.kernel.files.Files;
import kr.madang.press.releases.writing.Content;
import kr.madang.press.releases.writing.Photo;
import kr.madang.press.releases.writing.ReleaseSheet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A release as a document (보도자료 출력) of this office. */
@Component
public class Printing {
    private final String office;
    private final String site;
    private final Files files;

    Printing(
            @Value("${madang.office.name:마당구청}") String office,
            @Value("${madang.site:http://localhost:8080}") String site,
            Files files) {
        this.office = office.strip();
        this.site = site.strip();
        this.files = files;
    }

    public String office() {
        return office;
    }

    /** Address of the newsroom outside, e.g. {@code https://www.example.kr}. */
    public String site() {
        return site;
    }

    /** @param draft what stands at the foot while it may not go out; empty once it may */
    public Sheet sheet(Version version, List<Photo> photos, String number, Instant at, String draft) {
        var link = number.isEmpty() || !draft.isEmpty() ? "" : link(number);
        var around = new ReleaseSheet.Around(office, number, at, version.number() > 1, link);
        return ReleaseSheet.of(version.content(), photos, pictures(photos), around, draft);
    }

    private Map<UUID, Photograph> pictures(List<Photo> photos) {
        var pictures = new HashMap<UUID, Photograph>();
        for (var photo : photos)
            try (var in = files.open(files.get(photo.file()))) {
                Photograph.of(in.readAllBytes(), Photograph.ON_PAPER)
                        .ifPresent(picture -> pictures.put(photo.id(), picture));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return pictures;
    }

    /** The paper of a release that has none in the store. @param form {@code pdf} or {@code hwpx} */
    public byte[] again(Content content, String number, Instant at, String form) {
        var around =
                new ReleaseSheet.Around(office, number, at, !content.change().isEmpty(), link(number));
        var sheet = ReleaseSheet.of(content, List.of(), Map.of(), around, "");
        return form.equals("pdf") ? SheetPdf.write(sheet) : HwpxWriter.write(sheet);
    }

    public String link(String number) {
        return site + "/press/" + number;
    }

    String withdrawal(Release release, Version out, String why) {
        return String.join(
                "\n",
                office + "은(는) 아래 보도자료를 철회합니다.",
                "",
                "번호: " + release.number(),
                "제목: " + out.content().title(),
                "사유: " + why,
                "",
                "이미 보도하셨다면 철회 사실을 함께 알려 주시기 바랍니다.",
                "문의: " + out.content().unit() + " " + out.content().contact());
    }
}
