package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "추진계획.hwpx",
                "견적서.PDF",
                "산출 내역 1.2.xlsx",
                "naver.com 화면.png",
                "v1.com.pdf",
                "보고서",
                ".gitignore",
                "사진.최종.진짜최종.jpg"
            })
    void ordinaryNamesPass(String name) {
        assertThatCode(() -> Admission.name(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "설치.exe, approvals.upload.runs",
        "설치.EXE, approvals.upload.runs",
        "문서.js, approvals.upload.runs",
        "그림.svg, approvals.upload.runs",
        "안내.html, approvals.upload.runs",
        "견적서.pdf.exe, approvals.upload.disguised",
        "견적서.exe.pdf, approvals.upload.disguised",
        "견적서.hwp.scr, approvals.upload.disguised",
        "'견적서.hwp.exe. ', approvals.upload.disguised",
        "'견적서.hwp           .vbs', approvals.upload.disguised",
        "설치.exe., approvals.upload.runs"
    })
    void programsAreRefusedHoweverTheyAreCalled(String name, String code) {
        assertThatThrownBy(() -> Admission.name(name))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "계획.pdf, application/vnd.microsoft.portable-executable, 10, approvals.upload.runs",
        "계획.hwp, application/x-elf, 10, approvals.upload.runs",
        "계획.txt, text/html, 10, approvals.upload.runs",
        "계획.pdf, application/zip, 10, approvals.upload.otherwise",
        "사진.png, image/jpeg, 10, approvals.upload.otherwise",
        "계획.pdf, text/plain, 0, approvals.upload.empty"
    })
    void bytesThatAreNotWhatTheNameSaysAreRefused(String name, String type, long size, String code) {
        assertThatThrownBy(() -> Admission.bytes(name, type, size))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void anOldHwpIsAnOleFileAndPasses() {
        assertThatCode(() -> Admission.bytes("계획.hwp", "application/x-ole-storage", 10))
                .doesNotThrowAnyException();
        assertThatCode(() -> Admission.bytes("자료.dat", "application/octet-stream", 10))
                .doesNotThrowAnyException();
    }
}
