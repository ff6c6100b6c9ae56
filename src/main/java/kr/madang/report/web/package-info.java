/** Pages and JSON of the report room: reading and writing reports, templates, figures down to their rows, and the audit of any paper. */
@org.jspecify.annotations.NullMarked
package kr.madang.report.web;
