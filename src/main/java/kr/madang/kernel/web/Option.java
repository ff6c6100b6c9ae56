package kr.madang.kernel.web;

/** One choice of a list or of radio buttons. */
public record Option(String value, String label) {
    public static Option of(Object value, String label) {
        return new Option(value.toString(), label);
    }
}
