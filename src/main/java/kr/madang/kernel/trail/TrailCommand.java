package kr.madang.kernel.trail;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;
import kr.madang.kernel.cli.Command;
import org.springframework.stereotype.Component;

/** {@code ./madang trail [NUMBER:HASH]}: walks the audit trail; with a head noted earlier, also says whether that is still part of it. */
@Component
class TrailCommand implements Command {
    private static final Pattern NOTED = Pattern.compile("([0-9]{1,18}):([0-9a-f]{16})");

    private final Verifier verifier;

    TrailCommand(Verifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.size() > 1 || args.stream().anyMatch(a -> !NOTED.matcher(a).matches())) {
            err.println("사용법: ./madang trail [번호:해시]   (번호:해시는 앞선 검증이 알려 준 끝자리)");
            return 2;
        }
        var verdict = verifier.verify();
        out.println("기록 " + verdict.entries() + "건, 봉인 대기 " + verdict.waiting() + "건, 끝자리 " + verdict.head());
        if (!verdict.anchored()) out.println("닻 파일이 없어 끝부분이 잘렸는지는 알 수 없습니다. 적어 둔 끝자리와 비교하십시오.");
        verdict.counts().forEach((kind, count) -> out.println(sentence(kind) + ": " + count + "건"));
        verdict.first().forEach(finding -> out.println("  " + finding.kind() + " " + finding.where()));
        boolean kept = args.stream().allMatch(this::kept);
        if (!kept) out.println("적어 둔 끝자리 " + args.getFirst() + "이(가) 지금의 기록에 없습니다. 끝부분이 잘렸거나 바뀌었습니다.");
        if (verdict.sound() && kept) out.println("이상 없음");
        return verdict.sound() && kept ? 0 : 1;
    }

    private boolean kept(String noted) {
        var parts = noted.split(":");
        return verifier.knows(Long.parseLong(parts[0]), parts[1]);
    }

    private static String sentence(Verdict.Kind kind) {
        return switch (kind) {
            case CHANGED -> "내용이 바뀐 기록";
            case REMOVED -> "지워진 기록";
            case FORGED -> "사무실이 쓰지 않은 기록";
            case UNSEALED -> "봉인에서 빠진 기록";
            case GAP -> "빠진 번호";
            case BROKEN -> "이어지지 않는 고리(순서 바뀜·변조)";
            case CUT -> "잘린 끝부분(닻과 다름)";
            case ANCHOR -> "바뀐 닻";
        };
    }
}
