/**
 * What lies on a drafter's desk before the paper is one (기안 도구): the sketch of the line, lines kept by name, what was typed and not yet
 * saved, files uploaded and not yet attached, and the forms to start from. Nothing here is a record; the papers of {@code desk} are.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.drafting;
