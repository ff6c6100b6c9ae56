package kr.madang.press.coverage.demo;

/** Particles after a word (조사), by its last sound. */
final class Josa {
    private Josa() {}

    static String object(String word) {
        return word + (closed(word) ? "을" : "를");
    }

    private static boolean closed(String word) {
        char last = word.charAt(word.length() - 1);
        return last >= '가' && last <= '힣' && (last - '가') % 28 != 0;
    }
}
