package kr.madang.notices.wording.disaster;

import java.util.List;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.notices.wording.Filled;
import kr.madang.notices.wording.Template;

/**
 * A standard sentence for a situation (표준문안).
 *
 * @param code {@code rain.warning}
 * @param hazard 호우, 대설 …, as the list is grouped
 * @param title of the situation
 */
public record Standard(String code, Grade grade, String hazard, String title, Template template) {
    private static final int NAME = 20;

    /** What has to be filled in, in the order of the sentence. */
    public List<String> fields() {
        return template.fields();
    }

    /** The sentence under the name of the office, or which fields are still missing. */
    public Filled write(String office, Map<String, String> values) {
        return switch (template.fill(values)) {
            case Filled.Text text -> new Filled.Text(prefix(office) + text.text());
            case Filled.Blocked blocked -> blocked;
        };
    }

    /** {@code [영등포구] }: people know the place, not the building. */
    public static String prefix(String office) {
        var name = office.strip().replaceFirst("(?<=[시군구도])청$", "");
        if (name.isEmpty() || name.length() > NAME || name.matches(".*[\\[\\]\\p{Cntrl}].*"))
            throw Refused.invalid("notices.disaster.office");
        return "[" + name + "] ";
    }
}
