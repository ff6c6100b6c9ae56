package kr.madang.report.audit;

/** Where a number stands: line (1-based) and the offset of its first digit. */
record Spot(int line, int start) implements Comparable<Spot> {
    @Override
    public int compareTo(Spot other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(start, other.start);
    }
}
