package kr.madang.press.subscriptions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import kr.madang.kernel.Won;

/**
 * What was paid for a paper in a month (구독료 지급).
 *
 * @param copies on the last day, as they were counted then
 * @param due as it was counted then
 * @param billed what the outlet asked for, and got
 * @param why the two differ; empty when they do not
 */
public record Payment(
        UUID outlet, YearMonth month, int copies, Won due, Won billed, String why, LocalDate paidOn, String by) {}
