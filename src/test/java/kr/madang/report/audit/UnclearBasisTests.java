package kr.madang.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.madang.report.audit.text.Limits;
import org.junit.jupiter.api.Test;

/** A rate that follows from another column than its neighbors do is not called wrong: which basis it stands on is asked. */
class UnclearBasisTests {
    private static List<Finding> findings(String third) throws Exception {
        var text = """
                예산현황 (단위: 천원)
                사업\t예산액\t원인행위액\t지출액\t집행률(%)
                소식지\t1,000\t500\t400\t40.0
                누리집\t2,000\t900\t610\t30.5
                관제센터\t3,000\t1,530\t700\tTHIRD
                통신망\t500\t310\t103\t20.6
                """.replace("THIRD", third);
        return Audit.of(Audit.read(text.getBytes(StandardCharsets.UTF_8), Limits.USUAL));
    }

    @Test
    void aRateOnObligationsAmongRatesOnPayments() throws Exception {
        assertThat(findings("51.0")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.UNCLEAR);
            assertThat(finding.printed()).isEqualTo("51.0");
            assertThat(finding.computed()).isEqualTo("23.3");
            assertThat(finding.why()).contains("'원인행위액' ÷ '예산액'");
        });
    }

    @Test
    void aRateOnNothingIsWrongAndOneCutOffIsCutOff() throws Exception {
        assertThat(findings("77.7")).singleElement().satisfies(f -> assertThat(f.kind())
                .isEqualTo(Finding.Kind.WRONG));
        assertThat(findings("23.3")).isEmpty();
    }
}
