package kr.madang.approvals.desk;

import java.util.List;
import java.util.Optional;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.card.Version;
import org.jspecify.annotations.Nullable;

/**
 * The card of one paper as its page shows it (문서관리카드 보기).
 *
 * @param links as they are stored, first to last
 * @param findings what is wrong with it now; empty when it is sound
 * @param before the last version of the paper this one was drafted anew from; null when there is none or the reader may not read it
 */
public record CardView(
        PaperView paper,
        List<Link> links,
        List<Finding> findings,
        @Nullable Version before) {
    public CardView {
        links = List.copyOf(links);
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.isEmpty();
    }

    public Optional<Version> previousOf(Version version) {
        if (version.number() == 1) return Optional.ofNullable(before);
        return paper.versions().stream()
                .filter(v -> v.number() == version.number() - 1)
                .findFirst();
    }
}
