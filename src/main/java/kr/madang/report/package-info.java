/**
 * Work reports (주요업무 보고), the main job of the house: templates whose numbers are bound to figures, drafts the teams fill page by
 * page, review, freezing under a hash, issue, and the pages where every printed number opens down to its rows. This room knows no
 * other room; it asks the figures plug when someone reads, and later data never changes what was issued.
 *
 * <p>{@code report.template} reads the language of templates, {@code report.assembly} makes a document of one, {@code kernel.document}
 * prints it in four formats, {@code report.audit} checks the arithmetic of any report.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.report;
