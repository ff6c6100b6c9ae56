package kr.madang.kernel.crypto;

/** The office must not start: stored values name a key that is not at hand, and going on would lose them. */
final class MissingKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingKey(String sentence) {
        super(sentence);
    }
}
