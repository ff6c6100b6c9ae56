/** The accounts of the demo office (시연 계정), all generated; none of them enters a working office. */
@org.jspecify.annotations.NullMarked
package kr.madang.accounts.demo;
