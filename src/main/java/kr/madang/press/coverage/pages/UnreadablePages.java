package kr.madang.press.coverage.pages;

/** A file nothing can be read from (읽을 수 없는 지면). */
public final class UnreadablePages extends Exception {
    private static final long serialVersionUID = 1;

    /** Why nothing can be read. */
    public enum Reason {
        /** No PDF, or a broken one. */
        BROKEN,
        LOCKED,
        /** More pages than a paper has. */
        LONG,
        /** Pictures of pages only. */
        WORDLESS;

        /** Message key of what to say. */
        public String code() {
            return "press.pages." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Reason reason;

    UnreadablePages(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
