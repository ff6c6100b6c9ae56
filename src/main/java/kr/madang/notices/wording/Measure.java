package kr.madang.notices.wording;

/**
 * How long a letter is and what that makes of it (글 길이).
 *
 * @param most bytes its size may have
 * @param cut where the text would have to end to be as long as that; its length when nothing has to go
 */
public record Measure(Size size, Reading text, Reading subject, int most, int cut) {
    static Measure of(Letter letter, Encoding encoding, Limits limits) {
        var text = encoding.read(letter.text());
        var size = limits.size(text.bytes(), letter.titled(), letter.pictured());
        int most = limits.most(letter.titled(), letter.pictured(), size);
        return new Measure(size, text, encoding.read(letter.subject()), most, encoding.cut(letter.text(), most));
    }

    public int bytes() {
        return text.bytes();
    }

    /** Negative when it is too long by as much. */
    public int left() {
        return most - bytes();
    }

    public int marked() {
        return text.marked() + subject.marked();
    }

    public int extended() {
        return text.extended() + subject.extended();
    }
}
