/** What all pages of notices (문자알림) share: their places in the menu of the desk. */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web;
