package kr.madang.kernel.crypto;

import java.io.PrintStream;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.cli.Command;
import org.springframework.stereotype.Component;

/**
 * {@code ./madang keys [rotate]}: which key new values are sealed under; {@code rotate} makes a new one and seals everything anew (키 교체),
 * also beside an open office, whose nodes follow as soon as they meet the new key.
 */
@Component
class KeysCommand implements Command {
    private final Keys keys;

    KeysCommand(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        if (!args.isEmpty() && !args.equals(List.of("rotate"))) {
            err.println("사용법: ./madang keys [rotate]");
            return 2;
        }
        if (!args.isEmpty()) {
            out.println("새 키 " + keys.rotate(Actor.SYSTEM) + "을(를) 만들었습니다.");
            out.println("옛 키로 암호화한 값 " + keys.resealAll() + "건을 다시 암호화했습니다.");
        }
        out.println("지금 쓰는 키: " + keys.current());
        return 0;
    }
}
