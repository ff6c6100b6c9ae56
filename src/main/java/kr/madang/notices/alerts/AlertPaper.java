package kr.madang.notices.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kr.madang.kernel.Korean;
import kr.madang.kernel.gate.Face;
import kr.madang.kernel.web.Words;
import kr.madang.notices.calls.Tree;

/** What stands on the paper by which people decide about an alert (발령 결재문서); Korean whatever language its drafter reads. */
final class AlertPaper {
    private AlertPaper() {}

    /** @param people how many get a message of it now */
    static Face face(Alert alert, List<Alert> before, String seal, int people) {
        var lines = new ArrayList<String>();
        lines.addAll(asked(alert, before, people));
        lines.add("2. 알릴 글");
        lines.addAll(said(alert.content()));
        lines.add("3. 발령 봉인: " + seal);
        lines.add("   결재한 내용과 하나라도 다르면 나가지 않습니다.  끝.");
        var title = alert.content().title() + " " + act(alert.type());
        return new Face(title, title, List.copyOf(lines), "/desk/notices/alerts/" + alert.id(), seal);
    }

    private static List<String> asked(Alert alert, List<Alert> before, int people) {
        var content = alert.content();
        var called = alert.called();
        boolean drill = content.drill();
        var lines = new ArrayList<String>();
        lines.add("1. 아래와 같이 재난 알림을 " + (drill ? "훈련으로 " : "") + act(alert.type()) + "하고자 합니다.");
        if (drill) lines.add("  ※ 훈련입니다. 주민에게는 나가지 않으며 명단의 직원 " + Korean.number(people) + "명만 받습니다.");
        before.stream()
                .findFirst()
                .ifPresent(b -> lines.add(
                        "  ※ 먼저 발령한 " + b.identifier() + "(" + b.content().headline() + ")에 이어집니다."));
        lines.add("  가. 등급과 유형: " + korean(content.grade().code()) + " · " + content.hazard());
        lines.add("  나. 대상: " + whom(content.whom()) + "(문자·전자우편 " + Korean.number(people) + "명)");
        lines.add("  다. 유효 시간: 발령부터 " + content.hours() + "시간");
        lines.add("  라. 전파 수단: "
                + content.ways().stream().map(w -> korean(w.code())).collect(Collectors.joining(", ")));
        if (!content.sender().isEmpty()) lines.add("  마. 발신번호: " + content.sender());
        if (called != null) lines.add("  바. 비상연락망: " + called(called));
        return lines;
    }

    private static List<String> said(AlertContent content) {
        var lines = new ArrayList<String>();
        lines.add("  제목: " + content.title());
        content.said().lines().forEach(line -> lines.add("  " + line));
        content.more().lines().forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static String called(Tree tree) {
        return tree.rungs().stream()
                .map(rung -> rung.title() + " " + rung.people().size() + "명")
                .collect(Collectors.joining(", ", tree.name() + "(", ")"));
    }

    private static String korean(String code) {
        return Words.find(code, Locale.KOREAN);
    }

    private static String whom(Whom whom) {
        return switch (whom) {
            case Whom.Residents residents -> AlertSeal.words(residents);
            case Whom.Staff _ -> "훈련 참가 직원";
        };
    }

    private static String act(Alert.Type type) {
        return switch (type) {
            case ALERT -> "발령";
            case UPDATE -> "갱신";
            case CANCEL -> "해제";
        };
    }
}
