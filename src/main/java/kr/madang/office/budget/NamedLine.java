package kr.madang.office.budget;

import java.util.UUID;

/** A line item with the names above it, as the finance system writes them. */
public record NamedLine(UUID id, String policy, String unit, String project, String line) {
    public String way() {
        return unit + " > " + project + " > " + line;
    }
}
