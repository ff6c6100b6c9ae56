/** The desk pages of outlets, reporters and distribution lists (매체·기자). */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.outlets;
