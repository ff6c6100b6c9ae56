package kr.madang.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody asked for on the command line: words, {@code --option value} and {@code --flag}. */
record Call(
        List<String> words,
        Map<String, String> options,
        Set<String> flags,
        @Nullable String mistake) {

    static Call read(List<String> args, List<String> valued, List<String> bare) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        var flags = new HashSet<String>();
        String mistake = null;
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            int equals = arg.indexOf('=');
            var name = arg.startsWith("--") && equals > 0 ? arg.substring(0, equals) : arg;
            if (bare.contains(arg)) flags.add(arg);
            else if (valued.contains(name) && equals > 0 && !name.equals(arg))
                options.put(name, arg.substring(equals + 1));
            else if (valued.contains(arg) && i + 1 < args.size()) options.put(arg, args.get(++i));
            else if (valued.contains(arg)) mistake = arg + " 다음에 값이 없습니다.";
            else if (arg.startsWith("-")) mistake = "모르는 선택입니다: " + arg;
            else words.add(arg);
        }
        return new Call(List.copyOf(words), Map.copyOf(options), Set.copyOf(flags), mistake);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean isClear() {
        return mistake == null;
    }

    Optional<String> complaint() {
        return Optional.ofNullable(mistake);
    }
}
