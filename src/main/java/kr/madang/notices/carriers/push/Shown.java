package kr.madang.notices.carriers.push;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import kr.madang.notices.carriers.Parcel;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser shows of a message (푸시 알림 표시); the worker of the office's pages reads it.
 *
 * @param link what a click opens, without the site, which the browser knows; empty for the usual page
 */
record Shown(String title, String body, String link) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_LINK = 300;

    /** @param site of the office; nothing outside of it is ever opened by a click */
    static byte[] of(Parcel parcel, String site) {
        var whole = new Shown(parcel.subject(), parcel.text(), link(parcel.text(), site)).bytes();
        return whole.length <= Sealed.LONGEST ? whole : new Shown(parcel.subject(), parcel.text(), "").bytes();
    }

    private byte[] bytes() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    private static String link(String text, String site) {
        if (site.isEmpty()) return "";
        var found = Pattern.compile(Pattern.quote(site) + "(/[\\w./?=&%#-]*)").matcher(text);
        return found.find()
                        && found.group(1).length() <= LONGEST_LINK
                        && !found.group(1).startsWith("//")
                ? found.group(1)
                : "";
    }
}
