/**
 * The pages of electronic approval (전자결재) everybody has: the inbox, the search, one paper with its card and its files; and what the
 * pages of the single desks share.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.web;
