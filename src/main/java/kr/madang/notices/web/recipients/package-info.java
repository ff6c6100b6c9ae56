/**
 * The pages of recipients: lists, single people and their consents, segments, files taken in and the book of deletions for officers;
 * subscribing, one's own page and one-click unsubscribing for residents.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web.recipients;
