/** Passkeys (패스키): registering and signing in with a key that never leaves its device; kept as rows beside the account they open. */
@org.jspecify.annotations.NullMarked
package kr.madang.accounts.passkeys;
