package kr.madang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTests {
    @TempDir
    Path data;

    @Test
    void whoComesSecondIsToldWhereTheOfficeIsUntilTheFirstIsGone() throws Exception {
        var first = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        First.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(first.inputReader().readLine()).isEqualTo("OPEN");
            assertThatThrownBy(() -> Claim.take(data, "http://localhost:2/"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("http://localhost:1/")
                    .hasMessageContaining(Long.toString(first.pid()));
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThatCode(() -> Claim.take(data, "http://localhost:2/")).doesNotThrowAnyException();
    }

    /** Opens an office, lets the garbage collector take what nobody refers to, and waits to be killed. */
    static class First {
        static void main(String[] args) throws Exception {
            Claim.take(Path.of(args[0]), "http://localhost:1/");
            for (int i = 0; i < 5; i++) {
                System.gc();
                Thread.sleep(50);
            }
            System.out.println("OPEN");
            System.in.readAllBytes();
        }
    }
}
