/**
 * E-mail to many (대량 전자우편): pooled sessions to a mail server with commands sent ahead of their answers, one letter for each person, and
 * an honest answer for each. Bounces come back through a Maildir, the folder any mail server can deliver into: the sender address
 * of every letter is its own, so whoever cannot be reached is known without guessing.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.carriers.mail;
