package kr.madang.accounts.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.madang.accounts.Account;

/**
 * What a password must be (비밀번호 규칙): ten to 128 characters, nothing that anyone who knows its owner or the lists of common passwords would
 * try first. No rule asks for a mixture of signs: length is what helps.
 */
public final class PasswordRule {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;
    /** How many earlier passwords may not come back. */
    static final int REMEMBERED = 4;

    private static final int VARIED = 5;
    private static final int RUN = 6;
    private static final String[] ROWS = {
        "abcdefghijklmnopqrstuvwxyz", "0123456789012345", "qwertyuiop", "asdfghjkl", "zxcvbnm", "가나다라마바사아자차카타파하"
    };
    private static final Set<String> COMMON = Set.of(
            "password",
            "passw0rd",
            "p@ssword",
            "p@ssw0rd",
            "admin",
            "administrator",
            "root",
            "master",
            "manager",
            "welcome",
            "letmein",
            "iloveyou",
            "sunshine",
            "princess",
            "football",
            "baseball",
            "dragon",
            "monkey",
            "superman",
            "batman",
            "trustno",
            "starwars",
            "whatever",
            "changeme",
            "default",
            "secret",
            "login",
            "test",
            "tester",
            "guest",
            "user",
            "hello",
            "freedom",
            "shadow",
            "michael",
            "computer",
            "internet",
            "samsung",
            "naver",
            "kakao",
            "daum",
            "google",
            "korea",
            "seoul",
            "yeongdeungpo",
            "ydp",
            "madang",
            "office",
            "gonggong",
            "tkfkdgo",
            "dkssud",
            "qlalfqjsgh",
            "dkagh",
            "rhkswp",
            "qwer",
            "qwert",
            "qwerty",
            "asdf",
            "asdfg",
            "zxcv",
            "zxcvb",
            "qazwsx",
            "qazxsw",
            "abc",
            "abcd",
            "abcde",
            "aaa",
            "love",
            "angel",
            "비밀번호",
            "암호",
            "관리자",
            "대한민국",
            "영등포",
            "영등포구",
            "사랑해",
            "안녕하세요",
            "마당");

    private PasswordRule() {}

    /** @return the message key of what is wrong with it, or nothing */
    static Optional<String> objection(String password, Account owner) {
        var text = normal(password);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) return Optional.of("accounts.password.short");
        if (length > LONGEST) return Optional.of("accounts.password.long");
        if (text.codePoints().distinct().count() < VARIED) return Optional.of("accounts.password.monotonous");
        if (runs(text)) return Optional.of("accounts.password.run");
        if (names(text, owner)) return Optional.of("accounts.password.named");
        return COMMON.contains(core(text)) ? Optional.of("accounts.password.common") : Optional.empty();
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The word in it, without the digits and signs people put around: {@code password123!} is {@code password}. */
    private static String core(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static boolean names(String text, Account owner) {
        var mailbox = owner.email().replaceAll("@.*", "");
        var extension = owner.extension().replaceAll("\\D", "");
        return Stream.of(
                        owner.login(),
                        owner.name(),
                        mailbox,
                        extension.length() > 3 ? extension.substring(extension.length() - 4) : "")
                .map(PasswordRule::normal)
                .filter(word -> word.length() > 2)
                .anyMatch(text::contains);
    }

    /** Six in a row of the alphabet, the digits or a row of the keyboard, either way. */
    private static boolean runs(String text) {
        for (int i = 0; i + RUN <= text.length(); i++) {
            var part = text.substring(i, i + RUN);
            var back = new StringBuilder(part).reverse().toString();
            for (var row : ROWS) if (row.contains(part) || row.contains(back)) return true;
        }
        return false;
    }
}
