/**
 * The language in which a work report is written: an official outline (□ ○ - ·) a clerk can read, with tables, and with numbers that
 * are not typed but bound to figures ({@code {press.releases @누계}}). Plain Java, free of Spring: text in, tree and problems out;
 * the parser never throws, whatever it is given, and nothing here knows what a figure is worth.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.report.template;
