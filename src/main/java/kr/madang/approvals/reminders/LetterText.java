package kr.madang.approvals.reminders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.madang.approvals.desk.Duty;
import kr.madang.approvals.records.Disclosure;
import kr.madang.kernel.Korean;
import kr.madang.kernel.calendar.Workdays;

/**
 * What a reminding letter says (독촉 알림 편지). A letter leaves the house, so only titles of open papers stand in it; of the others it tells
 * how many there are.
 */
record LetterText(String title, String text) {
    static final int LISTED = 50;

    /** @param instead whether the reader acts for somebody absent */
    record Item(Duty duty, String title, Disclosure.Kind disclosure, Instant since, boolean instead) {
        private String line() {
            return "[%s%s] %s (%s부터)"
                    .formatted(duty.title(), instead ? " 대리" : "", title, Korean.date(Workdays.day(since)));
        }
    }

    static LetterText of(String office, String name, List<Item> items) {
        var open = items.stream()
                .filter(item -> item.disclosure() == Disclosure.Kind.OPEN)
                .toList();
        var lines = new ArrayList<>(open.stream().limit(LISTED).map(Item::line).toList());
        if (open.size() > LISTED) lines.add("그 밖의 문서 " + (open.size() - LISTED) + "건");
        int hidden = items.size() - open.size();
        if (hidden > 0) lines.add("제목을 밝히지 않는 문서 " + hidden + "건");
        var head = name + " 님, 3일 넘게 기다리는 문서가 " + items.size() + "건 있습니다.";
        var foot = "전자결재의 결재함에서 확인해 주십시오. 이 편지는 근무일 아침에 하루 한 번 보냅니다.";
        var text = head + "\n\n- " + String.join("\n- ", lines) + "\n\n" + foot + "\n" + office + "\n";
        return new LetterText("[" + office + "] 기다리는 문서 " + items.size() + "건", text);
    }
}
