/** What a press release says and looks like (보도자료 문안): its words, its quotations, its findings and its print; plain Java. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.releases.writing;
