package kr.madang.notices.posts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an alert of new posts says (새글 알림 문안). A text names desks and numbers only, for it leaves the house and titles may not; a letter to
 * the office's own mailbox names titles too.
 */
record PostWords(String office, String site, Function<String, String> title) {
    private static final int LISTED = 50;
    private static final int NAMED = 3;

    String subject(List<PostItem> items) {
        return "[" + office + "] 새글 " + items.size() + "건";
    }

    String text(List<PostItem> items) {
        var desks = new LinkedHashMap<String, Long>();
        for (var item : items) desks.merge(title.apply(item.key()), 1L, Long::sum);
        var named = desks.entrySet().stream()
                .limit(NAMED)
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        var more = desks.size() > NAMED ? " 외" : "";
        return subject(items) + "\n" + named + more + "\n" + site + "/desk/notices/mine";
    }

    String letter(List<PostItem> items) {
        var lines = items.stream()
                .limit(LISTED)
                .map(item -> "- [" + title.apply(item.key()) + "] " + item.title() + "\n  " + site + item.link())
                .collect(Collectors.joining("\n"));
        var more = items.size() > LISTED ? "\n외 " + (items.size() - LISTED) + "건" : "";
        return "새글 " + items.size() + "건이 있습니다.\n\n" + lines + more + "\n\n알림 설정: " + site + "/desk/notices/mine";
    }
}
