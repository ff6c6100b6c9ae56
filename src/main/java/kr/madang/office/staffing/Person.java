package kr.madang.office.staffing;

import java.util.UUID;

/**
 * Someone who works or worked in the section (직원).
 *
 * @param number personnel number (직원번호)
 */
public record Person(UUID id, String number, String name) {}
