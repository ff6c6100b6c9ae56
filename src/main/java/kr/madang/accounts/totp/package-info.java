/** Time-based one-time codes (RFC 6238) and the alphabet authenticator apps read secrets in; plain Java, no Spring. */
@org.jspecify.annotations.NullMarked
package kr.madang.accounts.totp;
