package kr.madang.approvals.records;

import java.util.Optional;

/** The six kinds of official papers (공문서의 종류). */
public enum DocumentKind {
    LEGAL("법규문서"),
    DIRECTIVE("지시문서"),
    NOTICE("공고문서"),
    LEDGER("비치문서"),
    PETITION("민원문서"),
    GENERAL("일반문서");

    private final String title;

    DocumentKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Carries a number of its kind beside the register number. */
    public boolean secondNumber() {
        return this == LEGAL || this == DIRECTIVE || this == NOTICE;
    }

    /** Holds some days after it is made public rather than on arrival. */
    public Optional<NoticeEffect> effect(java.time.LocalDate noticed) {
        return this == NOTICE ? Optional.of(new NoticeEffect(noticed, null)) : Optional.empty();
    }
}
