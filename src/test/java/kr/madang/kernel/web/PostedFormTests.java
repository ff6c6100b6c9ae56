package kr.madang.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumSet;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ModelMap;

class PostedFormTests {
    private static final EnumSet<Refused.Reason> TAKEN_BACK =
            EnumSet.of(Refused.Reason.INVALID, Refused.Reason.CONFLICT, Refused.Reason.TOO_LARGE);

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final ModelMap model = new ModelMap();

    @BeforeEach
    void type() {
        request.addParameter("title", " 안내판 교체 ");
        request.addParameter("day", "언젠가");
    }

    private PostedForm sent() {
        return new PostedForm(request, response, model);
    }

    @Test
    void anActSaysWhereToGo() {
        assertThat(sent().act(form -> "redirect:/" + form.value("title"), "title", (form, why) -> "again"))
                .isEqualTo("redirect:/안내판 교체");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(model).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Refused.Reason.class)
    void onlyWhatTypingCanPutRightComesBack(Refused.Reason reason) {
        var sent = sent();
        PostedForm.Act<RuntimeException> act = form -> {
            throw new Refused(reason, "some.code");
        };
        if (TAKEN_BACK.contains(reason)) {
            assertThat(sent.act(act, code -> "title", (form, why) -> why.code()))
                    .isEqualTo("some.code");
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(model.get("form")).isSameAs(sent.form());
            assertThat(sent.form().ok()).isFalse();
            assertThat(sent.form().value("title")).isEqualTo("안내판 교체");
        } else {
            assertThatThrownBy(() -> sent.act(act, "title", (form, why) -> "again"))
                    .isInstanceOf(Refused.class);
            assertThat(model).isEmpty();
        }
    }

    @Test
    void theFormThatWasSentReplacesOneThePagePutsThere() {
        var sent = sent();
        PostedForm.Act<RuntimeException> act = form -> {
            throw Refused.invalid("some.code");
        };
        sent.act(act, "title", (form, why) -> {
            model.addAttribute("form", Form.empty());
            return "again";
        });
        assertThat(model.get("form")).isSameAs(sent.form());
    }

    @Test
    void whatCannotBeReadEndsTheActBeforeItDoesAnything() {
        var done = new StringBuilder();
        var view = sent().act(
                        form -> {
                            form.day("day");
                            form.check();
                            done.append("done");
                            return "redirect:/";
                        },
                        code -> {
                            throw new AssertionError("it stands beside its field already");
                        },
                        (form, why) -> why.code());
        assertThat(view).isEqualTo("kernel.day.unreadable");
        assertThat(done).isEmpty();
        assertThat(response.getStatus()).isEqualTo(422);
    }

    @Test
    void whatIsNoRefusalGoesOn() {
        PostedForm.Act<IOException> act = form -> {
            throw new IOException("cut off");
        };
        assertThatThrownBy(() -> sent().act(act, "title", (form, why) -> "again"))
                .isInstanceOf(IOException.class);
        assertThat(response.getStatus()).isEqualTo(200);
    }
}
