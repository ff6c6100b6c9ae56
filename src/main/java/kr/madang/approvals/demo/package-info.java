/**
 * The approvals of the demo office (시연 문서): a table of delegation, a year of papers of the section with every kind of course a paper can
 * take, and a few that wait for somebody today. All generated; nobody and nothing in them exists.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.demo;
