/**
 * Reminders (독촉): whoever drafted a paper may remind the person it waits for, once per working day, and every working morning the clock
 * reminds of all that waits too long, with one letter per person. Deputies are told in the place of absent people, and nobody in the place
 * of those who left.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.reminders;
