/**
 * Signing in (로그인): passwords and their rules, lock-out and delay, one-time links, time-based codes, the organization's own login, and
 * what a session remembers of it all. Everything that must be counted or used once is a row, so that two nodes agree.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.accounts.signin;
