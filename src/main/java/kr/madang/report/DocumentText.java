package kr.madang.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PrintedDocument;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a document as text and reads it again; equal documents give equal text, whatever settings the rest of the house uses. */
final class DocumentText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addMixIn(Block.class, Blocks.class)
            .addMixIn(Inline.class, Inlines.class)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = Block.Lead.class, name = "lead"),
        @JsonSubTypes.Type(value = Block.Line.class, name = "line"),
        @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
        @JsonSubTypes.Type(value = Block.Picture.class, name = "picture"),
        @JsonSubTypes.Type(value = Block.PageBreak.class, name = "break")
    })
    private interface Blocks {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Inline.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Inline.Number.class, name = "number"),
        @JsonSubTypes.Type(value = Inline.Gap.class, name = "gap")
    })
    private interface Inlines {}

    private DocumentText() {}

    static String write(PrintedDocument document) {
        return JSON.writeValueAsString(document);
    }

    static PrintedDocument read(String text) {
        return JSON.readValue(text, PrintedDocument.class);
    }
}
