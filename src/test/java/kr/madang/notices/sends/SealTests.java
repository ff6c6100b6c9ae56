package kr.madang.notices.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The seal tells any two sends apart that differ in anything people decide about. */
class SealTests {
    private static final Instant DUE = Instant.parse("2026-12-01T01:00:00Z");

    static Content content() {
        return content(Kind.PUBLIC, "글", "제목", "0226703114", "{}", DUE, "");
    }

    private static Content content(
            Kind kind,
            String text,
            String subject,
            String sender,
            String audience,
            @Nullable Instant due,
            String override) {
        return new Content(
                "이름", kind, "근거", Channel.SMS, subject, text, sender, audience, "모두", "예산", override, due, null);
    }

    @Test
    void everyPartCounts() {
        var seals = new LinkedHashMap<String, Content>();
        var all = new Content[] {
            content(),
            content(Kind.ADVERTISING, "글", "제목", "0226703114", "{}", DUE, ""),
            content(Kind.PUBLIC, "글 ", "제목", "0226703114", "{}", DUE, ""),
            content(Kind.PUBLIC, "글", "", "0226703114", "{}", DUE, ""),
            content(Kind.PUBLIC, "글제목", "", "0226703114", "{}", DUE, ""),
            content(Kind.PUBLIC, "글", "제목", "0226703115", "{}", DUE, ""),
            content(Kind.PUBLIC, "글", "제목", "0226703114", "{a}", DUE, ""),
            content(Kind.PUBLIC, "글", "제목", "0226703114", "{}", DUE.plusSeconds(60), ""),
            content(Kind.PUBLIC, "글", "제목", "0226703114", "{}", null, ""),
            content(Kind.PUBLIC, "글", "제목", "0226703114", "{}", DUE, "밤에도"),
            new Content(
                    "이름", Kind.PUBLIC, "근거", Channel.EMAIL, "제목", "글", "0226703114", "{}", "모두", "예산", "", DUE, null),
            new Content(
                    "이름", Kind.PUBLIC, "근거", Channel.SMS, "제목", "글", "0226703114", "{}", "모두", "다른 예산", "", DUE, null),
            new Content(
                    "이름",
                    Kind.PUBLIC,
                    "근거",
                    Channel.SMS,
                    "제목",
                    "글",
                    "0226703114",
                    "{}",
                    "모두",
                    "예산",
                    "",
                    DUE,
                    new Content.TemplateUse(new UUID(0, 1), 2)),
        };
        for (var content : all) assertThat(seals.put(Seal.of(content), content)).isNull();
        assertThat(seals).hasSize(all.length);
    }

    /** Parts cannot be shifted into each other. */
    @Test
    void aBorderBetweenPartsIsPartOfIt() {
        assertThat(Seal.of(content(Kind.PUBLIC, "b", "a", "", "{}", DUE, "")))
                .isNotEqualTo(Seal.of(content(Kind.PUBLIC, "", "ab", "", "{}", DUE, "")))
                .isNotEqualTo(Seal.of(content(Kind.PUBLIC, "ab", "", "", "{}", DUE, "")));
    }

    @Test
    void aTrialStaysGoodWhenOnlyTheHourChanges() {
        var later = content(Kind.PUBLIC, "글", "제목", "0226703114", "{}", DUE.plusSeconds(60), "");
        assertThat(Seal.words(later)).isEqualTo(Seal.words(content()));
        assertThat(Seal.words(content(Kind.PUBLIC, "글.", "제목", "0226703114", "{}", DUE, "")))
                .isNotEqualTo(Seal.words(content()));
    }

    @Test
    void whatPeopleReadOfItDoesNotCount() {
        var said = new Content(
                "이름", Kind.PUBLIC, "근거", Channel.SMS, "제목", "글", "0226703114", "{}", "전원", "예산", "", DUE, null);
        assertThat(Seal.of(said)).isEqualTo(Seal.of(content()));
    }
}
