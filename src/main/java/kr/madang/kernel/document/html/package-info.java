/**
 * A document as a web page: an accessible fragment for the desk, where every figure is a link to its rows, and a page of its own to
 * download. Classes only, no inline style, so that a strict content security policy holds.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.document.html;
