/** Pages of the accounts room: signing in and out, my page, the staff directory, account administration, the access log. */
@org.jspecify.annotations.NullMarked
package kr.madang.accounts.web;
