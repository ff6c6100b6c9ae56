package kr.madang.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kr.madang.report.audit.text.Extracted;
import org.junit.jupiter.api.Test;

/** Takes reports in which every number agrees, changes one digit, and expects exactly one finding at that place. */
class MutationTests {
    private static final int REPORTS = 8;

    @Test
    void oneChangedDigitGivesOneFindingWhereItStands() {
        Tally tally = new Tally();
        for (int seed = 0; seed < REPORTS; seed++) {
            SampleReport report = SampleReport.of(seed, seed % 3 == 2);
            tally.clean(report.lines());
            Random dice = new Random(1_000 + seed);
            for (int mark = 0; mark < report.marks(); mark++) {
                tally.mutated(report.mutated(mark, dice));
            }
        }
        System.out.println(tally);
        assertThat(tally.mutations).isGreaterThanOrEqualTo(1_000);
        assertThat(tally.alarms).as("false alarms on correct reports").isEmpty();
        assertThat(tally.chains).as("more than one finding for one slip").isEmpty();
        assertThat(tally.astray).as("finding in another section").isEmpty();
        assertThat(tally.missed).as("missed slips").hasSizeLessThanOrEqualTo(tally.mutations / 100);
    }

    private static final class Tally {
        private int mutations;
        private int exact;
        private final List<String> alarms = new ArrayList<>();
        private final List<String> missed = new ArrayList<>();
        private final List<String> chains = new ArrayList<>();
        private final List<String> astray = new ArrayList<>();

        void clean(List<String> lines) {
            audit(lines).forEach(finding -> alarms.add(lines.get(finding.line() - 1) + " " + finding));
        }

        void mutated(SampleReport.Mutation mutation) {
            mutations++;
            List<Finding> findings = audit(mutation.lines());
            String told = mutation.was() + " → " + mutation.is() + " in '"
                    + mutation.lines().get(mutation.line() - 1) + "' " + findings;
            if (findings.isEmpty()) {
                missed.add(told);
            } else if (findings.size() > 1) {
                chains.add(told);
            } else if (findings.getFirst().line() < mutation.sectionFrom()
                    || findings.getFirst().line() > mutation.sectionTo()) {
                astray.add(told);
            } else if (findings.getFirst().printed().equals(mutation.is())
                    && findings.getFirst().computed().equals(mutation.was())) {
                exact++;
            }
        }

        @Override
        public String toString() {
            return "audit mutations: %d, found exactly once: %d (of these the very digit: %d), missed: %d, chains: %d, astray: %d, false alarms on correct reports: %d"
                    .formatted(
                            mutations,
                            mutations - missed.size() - chains.size() - astray.size(),
                            exact,
                            missed.size(),
                            chains.size(),
                            astray.size(),
                            alarms.size());
        }
    }

    private static List<Finding> audit(List<String> lines) {
        return Audit.of(new Extracted(Extracted.Format.TXT, lines, List.of()));
    }
}
