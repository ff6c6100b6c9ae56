package kr.madang.notices.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.PhoneNumber.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the law asks of advertising (정보통신망법 제50조 제4항): it begins with {@code (광고)} written so and not otherwise, names who sends it
 * and how to reach them, and ends with a number by which it is refused for free.
 */
final class AdvertisingRules {
    static final String MARK = "(광고)";

    private static final String GAP = "[^\\p{L}\\p{N}\\n]{0,4}";
    private static final String OPEN = "[(\\[{<（［｛＜〔【〈《「『\"'“‘*]";
    private static final String CLOSE = "[)\\]}>）］｝＞〕】〉》」』\"'”’*]";
    private static final String HANGUL = "(?:광" + GAP + "고|\u1100\u116a\u11bc" + GAP + "\u1100\u1169|廣" + GAP + "告)";
    /** Somebody wrote the mark in a way that filters on telephones do not find. */
    private static final Pattern DISGUISED = Pattern.compile(
            OPEN + GAP + "(?:\\p{IsHangul}{0,6}?" + HANGUL + "|(?i:A" + GAP + "D)|ㄱ[ㅗㅘ]ㅏ?ㅇㄱㅗ)" + GAP + CLOSE);

    private static final Pattern MARKED = Pattern.compile(OPEN + GAP + HANGUL + GAP + CLOSE);
    private static final Pattern BARE = Pattern.compile("\\A[\\s\\p{Cf}\\p{Z}]*" + HANGUL + "(?:[)\\]:：/|]|(?![가-힣]))");
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Cf}\\p{Z}]*");

    private static final Pattern REJECTION = Pattern.compile("무료\\h?(?:수신)?\\h?거부");
    private static final Pattern REFUSAL = Pattern.compile("수신\\h?거부");
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(?:0\\d{1,3}|1[568]\\d{2})[-‐-―.) ]{0,2}\\d{3,4}(?:[-‐-―. ]?\\d{4})?(?!\\d)");
    private static final int HEAD = 60;

    private AdvertisingRules() {}

    static List<Finding> check(Letter letter, Sender sender) {
        return letter.kind() == Kind.ADVERTISING ? marks(letter, sender) : AdvertisingWords.check(letter.text());
    }

    /** The mark on a text that is said to be something else. */
    static List<Finding> marked(String text) {
        var found = new ArrayList<Finding>();
        MARKED.matcher(text)
                .results()
                .limit(5)
                .map(r -> Finding.at(Check.AD_MARKED, r.start(), r.end(), null, r.group()))
                .forEach(found::add);
        var bare = BARE.matcher(text);
        if (bare.find())
            found.add(Finding.at(
                    Check.AD_MARKED,
                    bare.start(),
                    bare.end(),
                    null,
                    bare.group().strip()));
        return found;
    }

    private static List<Finding> marks(Letter letter, Sender sender) {
        var found = new ArrayList<Finding>();
        if (letter.channel() == Channel.EMAIL) {
            if (!letter.subject().startsWith(MARK)) found.add(Finding.whole(Check.AD_PREFIX));
            name(letter.text(), 0, letter.text().length(), sender, found);
        } else {
            int behind = prefix(letter.text(), found);
            name(letter.text(), behind, Math.min(letter.text().length(), behind + HEAD), sender, found);
        }
        ending(letter, sender, found);
        return found;
    }

    /** @return where the text begins behind its mark */
    private static int prefix(String text, List<Finding> found) {
        if (text.startsWith(MARK)) return MARK.length();
        var mark = DISGUISED.matcher(text);
        if (mark.find()) {
            boolean first = NOTHING.matcher(text.substring(0, mark.start())).matches();
            if (first) return disguised(mark.toMatchResult(), found);
            found.add(Finding.at(Check.AD_PREFIX, 0, 0, MARK));
            found.add(Finding.at(Check.AD_DISGUISED, mark.start(), mark.end(), "", mark.group()));
            return 0;
        }
        var bare = BARE.matcher(text);
        if (bare.find()) return disguised(bare.toMatchResult(), found);
        found.add(Finding.at(Check.AD_PREFIX, 0, 0, MARK));
        return 0;
    }

    private static int disguised(MatchResult mark, List<Finding> found) {
        found.add(
                Finding.at(Check.AD_DISGUISED, 0, mark.end(), MARK, mark.group().strip()));
        return mark.end();
    }

    private static void name(String text, int from, int to, Sender sender, List<Finding> found) {
        if (!bare(text.substring(from, to)).contains(bare(sender.name())))
            found.add(Finding.at(Check.AD_SENDER, from, from, sender.name() + " ", sender.name()));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", "");
    }

    private static void ending(Letter letter, Sender sender, List<Finding> found) {
        var text = letter.text();
        boolean texted = letter.channel() == Channel.SMS;
        var phrase = last(texted ? REJECTION : REFUSAL, text);
        int end = phrase == null ? text.length() : phrase.start();
        contact(text, end, phrase != null, sender, found);
        if (phrase == null) {
            var rejection = sender.rejection();
            var proposal = texted && rejection != null ? "\n무료수신거부 " + rejection.display() : null;
            found.add(Finding.at(Check.AD_REJECTION, text.length(), text.length(), proposal));
        } else if (texted) rejection(text, phrase, sender, found);
    }

    private static void contact(String text, int end, boolean closed, Sender sender, List<Finding> found) {
        boolean named = NUMBER.matcher(text.substring(0, end)).results().anyMatch(r -> PhoneNumber.find(r.group())
                .isPresent());
        if (named) return;
        var line = "문의 " + sender.number().display();
        found.add(Finding.at(Check.AD_CONTACT, end, end, closed ? line + "\n" : "\n" + line));
    }

    /** Behind the words stands the free number, and behind it nothing. */
    private static void rejection(String text, MatchResult phrase, Sender sender, List<Finding> found) {
        var tail = text.substring(phrase.end());
        var number = NUMBER.matcher(tail);
        boolean given = number.find();
        var phone = given ? PhoneNumber.find(number.group()).orElse(null) : null;
        var rest = given ? tail.substring(0, number.start()) + tail.substring(number.end()) : tail;
        if (rest.codePoints().anyMatch(Character::isLetterOrDigit))
            found.add(Finding.at(Check.AD_REJECTION_PLACE, phrase.start(), text.length(), null));
        var own = sender.rejection();
        boolean free = phone != null && phone.form() == Form.FREE && (own == null || own.equals(phone));
        if (free) return;
        int from = phrase.end() + (given ? number.start() : 0);
        int to = phrase.end() + (given ? number.end() : 0);
        var proposal = own == null ? null : given ? own.display() : " " + own.display();
        found.add(Finding.at(Check.AD_REJECTION_NUMBER, from, to, proposal));
    }

    private static @Nullable MatchResult last(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        MatchResult last = null;
        while (found.find()) last = found.toMatchResult();
        return last;
    }
}
