/** The pages on which a draft is written (기안): the form with its buttons, autosave, two texts for one paper, and the forms to start from. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.web.drafting;
