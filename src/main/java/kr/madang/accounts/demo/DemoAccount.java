package kr.madang.accounts.demo;

import java.util.List;
import java.util.Map;
import kr.madang.kernel.access.Level;

/** One role of the demo office: who signs in as what, and what they may do. */
record DemoAccount(String login, String team, String title, Map<String, Level> grants) {
    /** The password of every demo account; an office without the demo has no account that knows it. */
    static final String PASSWORD = "madang-2026-open";

    static final List<String> TEAMS = List.of("press", "planning", "media", "computing", "telecom");

    private static final Map<String, Level> LEADER = Map.of(
            "report",
            Level.WORK,
            "office",
            Level.VIEW,
            "approvals",
            Level.WORK,
            "notices",
            Level.WORK,
            "press",
            Level.WORK);

    static final List<DemoAccount> ALL = List.of(
            new DemoAccount(
                    "chief",
                    "section",
                    "홍보미디어과장",
                    Map.of(
                            "*",
                            Level.VIEW,
                            "report",
                            Level.APPROVE,
                            "office",
                            Level.APPROVE,
                            "approvals",
                            Level.APPROVE,
                            "notices",
                            Level.APPROVE,
                            "press",
                            Level.APPROVE)),
            new DemoAccount("director", "", "국장", Map.of("*", Level.VIEW, "approvals", Level.APPROVE)),
            new DemoAccount("press", "press", "언론팀장", LEADER),
            new DemoAccount("planning", "planning", "홍보기획팀장", LEADER),
            new DemoAccount("media", "media", "소통미디어팀장", LEADER),
            new DemoAccount("computing", "computing", "전산운영팀장", LEADER),
            new DemoAccount("telecom", "telecom", "정보통신팀장", LEADER),
            new DemoAccount(
                    "clerk",
                    "planning",
                    "주무관",
                    Map.of(
                            "office",
                            Level.WORK,
                            "report",
                            Level.VIEW,
                            "approvals",
                            Level.WORK,
                            "notices",
                            Level.WORK,
                            "press",
                            Level.WORK)),
            new DemoAccount("auditor", "", "감사담당관", Map.of("*", Level.VIEW)),
            new DemoAccount("admin", "computing", "전산 관리자", Map.of("*", Level.MANAGE)));

    /** Of the second unit that keeps registers; sown after all others, so that those keep their names. */
    static final DemoAccount SECOND_CHIEF = new DemoAccount(
            "itchief",
            "computing",
            "전산정보과장",
            Map.of("*", Level.VIEW, "office", Level.VIEW, "report", Level.VIEW, "approvals", Level.APPROVE));
}
