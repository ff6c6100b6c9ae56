package kr.madang.notices.recipients;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom a send is for (발송 대상); what is empty leaves nobody out. It is kept with the send as JSON.
 *
 * @param dongs names of dongs; who named none is left out as soon as there is one
 * @param topics codes of topics; who wants to hear about everything is never left out
 */
public record Audience(Set<String> dongs, Set<AgeBand> ages, Set<String> topics) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 200;

    public Audience {
        if (dongs.size() > MOST || topics.size() > MOST) throw Refused.invalid("notices.audience.large", MOST);
        dongs = Collections.unmodifiableSet(new TreeSet<>(dongs));
        ages = Collections.unmodifiableSet(ages.isEmpty() ? EnumSet.noneOf(AgeBand.class) : EnumSet.copyOf(ages));
        topics = Collections.unmodifiableSet(new TreeSet<>(topics));
    }

    public static Audience everybody() {
        return new Audience(Set.of(), Set.of(), Set.of());
    }

    public static Audience of(Collection<String> dongs, Collection<AgeBand> ages, Collection<String> topics) {
        return new Audience(Set.copyOf(dongs), Set.copyOf(ages), Set.copyOf(topics));
    }

    /** @throws Refused when the text was not written by {@link #json} */
    public static Audience of(String json) {
        try {
            return JSON.readValue(json, Audience.class);
        } catch (JacksonException | NullPointerException e) {
            throw Refused.invalid("notices.audience.unreadable");
        }
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }

    public boolean unrestricted() {
        return dongs.isEmpty() && ages.isEmpty() && topics.isEmpty();
    }

    /** In words of the reader's language: {@code 당산1동·당산2동, 30대, 문화·행사}. */
    public String words() {
        if (unrestricted()) return Words.here("notices.audience.everybody");
        var parts = new ArrayList<String>();
        if (!dongs.isEmpty()) parts.add(String.join("·", dongs));
        if (!ages.isEmpty()) parts.add(said(ages.stream().map(AgeBand::code).toList()));
        if (!topics.isEmpty())
            parts.add(said(topics.stream()
                    .map(t -> Topic.find(t).map(Topic::code).orElse(t))
                    .toList()));
        return String.join(", ", parts);
    }

    private static String said(List<String> codes) {
        return codes.stream()
                .map(code -> code.startsWith("notices.") ? Words.here(code) : code)
                .collect(Collectors.joining("·"));
    }
}
