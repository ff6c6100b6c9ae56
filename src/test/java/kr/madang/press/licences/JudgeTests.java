package kr.madang.press.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.press.licences.Decision.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What contracts allow: every product and every use, on both sides of every boundary. */
class JudgeTests {
    private static final LocalDate FROM = LocalDate.of(2024, 2, 29);
    private static final LocalDate TO = LocalDate.of(2025, 2, 28);

    private static Product product(int number, Use... uses) {
        var terms = new EnumMap<Use, Term>(Use.class);
        for (var use : uses) terms.put(use, new Term(use, null, true));
        return new Product(new UUID(0, number), "상품" + number, number, "", terms, false);
    }

    /** All 64 products there can be. */
    private static Product product(int bits) {
        var uses = new HashSet<Use>();
        for (var use : Use.values()) if ((bits >> use.ordinal() & 1) == 1) uses.add(use);
        return product(bits, uses.toArray(Use[]::new));
    }

    private static Contract contract(Product product, @Nullable LocalDate ended, int viewers, int copies) {
        return new Contract(
                UUID.randomUUID(), UUID.randomUUID(), product, FROM, TO, ended, "", viewers, copies, "", null, "");
    }

    private static Verdict verdict(List<Contract> contracts, Asked asked) {
        return Judge.decide(contracts, asked).verdict();
    }

    @Test
    void nothingIsAllowedWithoutAContract() {
        for (var use : Use.values()) {
            var said = Judge.decide(List.of(), Asked.of(use, FROM));
            assertThat(said.verdict()).isEqualTo(Verdict.NONE);
            assertThat(said.allowed()).isFalse();
            assertThat(said.basis()).isEmpty();
        }
    }

    /** Every product that can be made of the six uses × every use × every boundary of its days, against a second reading of the rule. */
    @Test
    void everyProductAllowsItsUsesOnItsDaysAndNothingElse() {
        var ends = new java.util.ArrayList<@Nullable LocalDate>(List.of(FROM.minusDays(1), FROM, TO.minusDays(1), TO));
        ends.add(null);
        int tried = 0;
        for (int bits = 0; bits < 64; bits++)
            for (var ended : ends)
                for (var use : Use.values())
                    for (var day : days()) {
                        var contract = contract(product(bits), ended, 0, 0);
                        var last = ended == null ? TO : ended;
                        boolean within = day.toEpochDay() >= FROM.toEpochDay() && day.toEpochDay() <= last.toEpochDay();
                        boolean included = (bits & 1 << use.ordinal()) != 0;
                        assertThat(Judge.decide(List.of(contract), Asked.of(use, day))
                                        .allowed())
                                .as("%s %s %s %s", bits, ended, use, day)
                                .isEqualTo(within && included);
                        tried++;
                    }
        assertThat(tried).isEqualTo(64 * 5 * 6 * 8);
    }

    private static List<LocalDate> days() {
        return List.of(
                LocalDate.of(1, 1, 1),
                FROM.minusDays(1),
                FROM,
                FROM.plusDays(1),
                TO.minusDays(1),
                TO,
                TO.plusDays(1),
                LocalDate.of(9999, 12, 31));
    }

    @Test
    void eachReasonIsTold() {
        var held = contract(product(1, Use.VIEW), null, 0, 0);
        assertThat(verdict(List.of(held), Asked.of(Use.VIEW, FROM.minusDays(1))))
                .isEqualTo(Verdict.NOT_YET);
        assertThat(verdict(List.of(held), Asked.of(Use.VIEW, TO.plusDays(1)))).isEqualTo(Verdict.ENDED);
        assertThat(verdict(List.of(held), Asked.of(Use.PRINT, TO))).isEqualTo(Verdict.NOT_INCLUDED);
    }

    @Test
    void peopleAndCopiesAreCountedOnlyWhereTheProductSaysSo() {
        var counted = contract(product(1, Use.PRINT, Use.SHARE_STAFF), null, 30, 5);
        assertThat(verdict(List.of(counted), new Asked(Use.SHARE_STAFF, FROM, FROM, 30)))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(Judge.decide(List.of(counted), new Asked(Use.SHARE_STAFF, FROM, FROM, 31)))
                .satisfies(d -> assertThat(d.verdict()).isEqualTo(Verdict.TOO_MANY))
                .satisfies(d -> assertThat(d.limit()).isEqualTo(30));
        assertThat(verdict(List.of(counted), new Asked(Use.PRINT, FROM, FROM, 5)))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(verdict(List.of(counted), new Asked(Use.PRINT, FROM, FROM, 6)))
                .isEqualTo(Verdict.TOO_MANY);
        var open = contract(product(1, Use.PRINT), null, 30, 0);
        assertThat(verdict(List.of(open), new Asked(Use.PRINT, FROM, FROM, 100_000)))
                .isEqualTo(Verdict.ALLOWED);
        var uncounted = new Product(
                UUID.randomUUID(), "", 1, "", Map.of(Use.HOMEPAGE, new Term(Use.HOMEPAGE, null, false)), false);
        assertThat(verdict(List.of(contract(uncounted, null, 1, 1)), new Asked(Use.HOMEPAGE, FROM, FROM, 9)))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void anArticleGrowsTooOld() {
        var product = new Product(
                UUID.randomUUID(), "", 1, "", Map.of(Use.HOMEPAGE, new Term(Use.HOMEPAGE, 90, false)), false);
        var held = List.of(contract(product, null, 0, 0));
        var published = FROM.plusDays(10);
        assertThat(verdict(held, new Asked(Use.HOMEPAGE, published.plusDays(89), published, 0)))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(verdict(held, new Asked(Use.HOMEPAGE, published.plusDays(90), published, 0)))
                .isEqualTo(Verdict.TOO_OLD);
        assertThat(verdict(held, new Asked(Use.HOMEPAGE, published, null, 0))).isEqualTo(Verdict.TOO_OLD);
    }

    @Test
    void ofSeveralContractsTheMostGenerousSpeaksWhateverTheirOrder() {
        var old = contract(product(1, Use.VIEW, Use.PRINT), FROM.plusDays(1), 0, 0);
        var narrow = contract(product(2, Use.VIEW), null, 0, 0);
        for (var order : List.of(List.of(old, narrow), List.of(narrow, old))) {
            assertThat(Judge.decide(order, Asked.of(Use.VIEW, TO)).basis()).contains(narrow);
            assertThat(verdict(order, Asked.of(Use.PRINT, TO))).isEqualTo(Verdict.NOT_INCLUDED);
            assertThat(verdict(order, Asked.of(Use.PRINT, FROM))).isEqualTo(Verdict.ALLOWED);
        }
    }

    @Test
    void aLeadIsShortAndNeverHalfALetter() {
        assertThat(Licences.lead("  짧은\n글 ")).isEqualTo("짧은 글");
        var smile = "😀".repeat(300);
        var lead = Licences.lead(smile);
        assertThat(lead.codePointCount(0, lead.length())).isEqualTo(Licences.LEAD);
        assertThat(lead).endsWith("😀…");
        assertThat(Licences.lead("가".repeat(Licences.LEAD)))
                .hasSize(Licences.LEAD)
                .doesNotContain("…");
    }
}
