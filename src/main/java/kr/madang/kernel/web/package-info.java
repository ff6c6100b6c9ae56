/** Pages: jte views, the page frame, refusals rendered as page, fragment or problem document. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.web;
