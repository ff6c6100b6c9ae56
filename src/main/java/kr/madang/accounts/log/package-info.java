/** The access log (접속기록) an office must keep of every look at personal data: written with the page, never changed, searched, checked monthly. */
@org.jspecify.annotations.NullMarked
package kr.madang.accounts.log;
