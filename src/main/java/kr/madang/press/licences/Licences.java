package kr.madang.press.licences;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the office may do with articles of others (저작물 이용허락): asked before every page, enforced and logged at every use. */
@Component
public class Licences {
    /** As much of an article as may be quoted without a licence, in characters. */
    public static final int LEAD = 100;

    private final ContractStore store;
    private final UseLog log;
    private final Clock clock;

    Licences(ContractStore store, UseLog log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** Whether the office may today do this with what the outlet publishes today. */
    public Decision may(UUID outlet, Use use) {
        return may(outlet, Asked.of(use, today()));
    }

    public Decision may(UUID outlet, Asked asked) {
        return Judge.decide(store.of(outlet), asked);
    }

    /** The same for many articles at once; for every outlet that is asked about there is an answer. */
    public Map<UUID, Decision> may(Collection<UUID> outlets, Asked asked) {
        var contracts = store.byOutlet();
        var said = new HashMap<UUID, Decision>();
        for (var outlet : outlets) said.put(outlet, Judge.decide(contracts.getOrDefault(outlet, List.of()), asked));
        return said;
    }

    /** Everything the office may and may not do on a day with what appears that day. */
    public Map<UUID, Map<Use, Decision>> matrix(Collection<UUID> outlets, LocalDate day) {
        var contracts = store.byOutlet();
        var matrix = new HashMap<UUID, Map<Use, Decision>>();
        for (var outlet : outlets) {
            var row = new EnumMap<Use, Decision>(Use.class);
            for (var use : Use.values())
                row.put(use, Judge.decide(contracts.getOrDefault(outlet, List.of()), Asked.of(use, day)));
            matrix.put(outlet, row);
        }
        return matrix;
    }

    /**
     * Says that an article is used now, and writes it down.
     *
     * @throws Refused forbidden, with the sentence why, when no contract allows it; that is written down as well
     */
    @Transactional
    public Decision use(Actor by, UUID outlet, @Nullable UUID article, Use use) {
        return use(by, outlet, article, Asked.of(use, today()));
    }

    /** The same with the age of the article and the number of readers. */
    @Transactional
    public Decision use(Actor by, UUID outlet, @Nullable UUID article, Asked asked) {
        if (!by.may("press", Level.VIEW)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
        var decision = may(outlet, asked);
        if (!decision.allowed()) {
            log.refused(by, now(), outlet, article, decision);
            throw new Refused(
                    Refused.Reason.FORBIDDEN, decision.code(), decision.args().toArray());
        }
        log.used(by, now(), outlet, article, decision);
        return decision;
    }

    /** Writes down what was decided for a whole edition; what was not allowed is not a use and is left out by the caller. */
    @Transactional
    public void used(Actor by, Map<UUID, Decision> byArticle, Map<UUID, UUID> outlets) {
        var at = now();
        byArticle.forEach((article, decision) -> {
            if (!decision.allowed()) throw new IllegalArgumentException("not allowed: " + decision.verdict());
            log.used(by, at, java.util.Objects.requireNonNull(outlets.get(article)), article, decision);
        });
    }

    /** So much of a text as may stand beside the link without a licence, cut between letters. */
    public static String lead(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LEAD) return line;
        return line.substring(0, line.offsetByCodePoints(0, LEAD - 1)).strip() + "…";
    }

    public LocalDate today() {
        return Workdays.day(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
