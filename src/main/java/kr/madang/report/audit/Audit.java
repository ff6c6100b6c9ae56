package kr.madang.report.audit;

import java.nio.file.Path;
import java.util.List;
import kr.madang.report.audit.text.Documents;
import kr.madang.report.audit.text.Extracted;
import kr.madang.report.audit.text.Limits;
import kr.madang.report.audit.text.UnreadableDocument;

/** Recomputes what a report's own text implies (보고서 검산). */
public final class Audit {
    private Audit() {}

    /** Findings from the top of the document down; none when everything agrees. */
    public static List<Finding> of(Extracted document) {
        return new Reading(document).findings();
    }

    public static Extracted read(Path file, Limits limits) throws UnreadableDocument {
        return Documents.read(file, limits);
    }

    /** Reads an uploaded document; its kind is told by its bytes, whatever it is called. */
    public static Extracted read(byte[] bytes, Limits limits) throws UnreadableDocument {
        return Documents.read(bytes, limits);
    }
}
