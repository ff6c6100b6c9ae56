/**
 * Days on which the office works and days on which it rests: the weekend, and the holidays of 관공서의 공휴일에 관한 규정 with substitute and
 * temporary ones, kept for the whole house because every room that counts days needs the same.
 */
@NullMarked
package kr.madang.kernel.calendar;

import org.jspecify.annotations.NullMarked;
