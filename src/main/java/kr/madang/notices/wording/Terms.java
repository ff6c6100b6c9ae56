package kr.madang.notices.wording;

import java.time.LocalDate;

/**
 * Under which terms a letter goes out (발송 조건).
 *
 * @param day for which the price is asked
 */
public record Terms(Encoding encoding, Limits limits, Prices prices, Sender sender, LocalDate day) {}
