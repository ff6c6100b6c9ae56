/**
 * Accounts (계정·권한): who works here, how they prove it, and what each may do in which room. It supplies the person at the desk to the
 * kernel, keeps sessions in the database so that several nodes share them, and keeps what the law asks an office to keep: every grant and
 * change of rights, and the access log of every page that shows personal data.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.accounts;
