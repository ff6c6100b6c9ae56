package kr.madang.notices.web.recipients;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Window;
import kr.madang.kernel.web.Words;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Audience;
import kr.madang.notices.recipients.Consent;
import kr.madang.notices.recipients.Dongs;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Topic;
import kr.madang.notices.recipients.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and offers what the forms of recipients ask for: dong, age, topics, consents (수신자 양식). */
@Component
public class Asked {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy. M. d. HH:mm").withZone(ZoneId.of("Asia/Seoul"));

    private final Dongs dongs;

    Asked(Dongs dongs) {
        this.dongs = dongs;
    }

    public static String minute(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }

    // ------------------------------------------------------------------ choices

    public List<String> dongs() {
        return dongs.all();
    }

    /** @param none what stands for no dong */
    public List<Option> dongOptions(String none, boolean unknown) {
        var options = new ArrayList<Option>();
        options.add(new Option("", none));
        dongs.all().forEach(dong -> options.add(new Option(dong, dong)));
        if (unknown) options.add(new Option("-", Words.here("notices.recipients.dong.unknown")));
        return options;
    }

    public static List<Option> ages(String none) {
        return Stream.concat(
                        Stream.of(new Option("", none)),
                        Arrays.stream(AgeBand.values()).map(a -> new Option(a.name(), Words.here(a.code()))))
                .toList();
    }

    static List<Option> channels(@Nullable String none) {
        return Stream.concat(
                        none == null ? Stream.<Option>empty() : Stream.of(new Option("", none)),
                        Arrays.stream(Channel.values()).map(c -> new Option(c.name(), Words.here(c.code()))))
                .toList();
    }

    public static List<Option> sources() {
        return Arrays.stream(Consent.Source.values())
                .filter(Consent.Source::told)
                .map(s -> new Option(s.name(), Words.here(s.code())))
                .toList();
    }

    // ------------------------------------------------------------------ what was typed

    static Channel channel(Form form) {
        return channel(form.value("channel"), Channel.SMS);
    }

    static Channel channel(String word, Channel otherwise) {
        return Arrays.stream(Channel.values())
                .filter(c -> c.name().equals(word))
                .findFirst()
                .orElse(otherwise);
    }

    static Consent.Source source(Form form) {
        return Arrays.stream(Consent.Source.values())
                .filter(s -> s.told() && s.name().equals(form.value("source")))
                .findFirst()
                .orElse(Consent.Source.COUNTER);
    }

    static Registry.About about(Form form) {
        return new Registry.About(
                form.value("dong"), AgeBand.ofWord(form.value("age")).orElse(null));
    }

    /** @throws kr.madang.kernel.Refused when it names a dong of another district */
    void check(Registry.About about) {
        dongs.checked(about.dong());
    }

    static Wish wish(Form form) {
        return new Wish(
                form.checked("everything"),
                topics(form),
                form.checked("advertising"),
                form.checked("night"),
                form.checked("disasters"));
    }

    private static Set<Topic> topics(Form form) {
        return form.values("topic").stream()
                .flatMap(word -> Topic.find(word).stream())
                .collect(Collectors.toSet());
    }

    /** A form that shows a wish and what is known besides. */
    static Form shown(Wish wish, Registry.About about) {
        var form = Form.empty();
        if (wish.everything()) form.set("everything", "true");
        form.set("topic", wish.topics().stream().map(Topic::name).toArray(String[]::new));
        if (wish.advertising()) form.set("advertising", "true");
        if (wish.night()) form.set("night", "true");
        if (wish.disasters()) form.set("disasters", "true");
        return form.set("dong", about.dong())
                .set("age", about.age() == null ? "" : about.age().name());
    }

    /** What a form of a segment asks for; what nobody offered is left out. */
    Audience audience(Form form) {
        return Audience.of(
                form.values("dong").stream().filter(dongs::has).collect(Collectors.toSet()),
                form.values("age").stream()
                        .flatMap(word -> AgeBand.ofWord(word).stream())
                        .collect(Collectors.toSet()),
                topics(form).stream().map(Topic::name).collect(Collectors.toSet()));
    }

    // ------------------------------------------------------------------ lists

    static String query(Form form, String... fields) {
        return Arrays.stream(fields)
                .filter(field -> !form.value(field).isEmpty())
                .map(field -> field + "=" + encoded(form.value(field)))
                .collect(Collectors.joining("&"));
    }

    static Window window(String path, String query, long total, Slice<?> slice) {
        return Window.keyset(total, 0, 0, at(path, query, slice.previous()), at(path, query, slice.next()));
    }

    private static @Nullable String at(String path, String query, @Nullable String cursor) {
        if (cursor == null) return null;
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + encoded(cursor);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
