package kr.madang.press.scrap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A scrap as it was published (발행본).
 *
 * @param number from 1
 * @param why it was published again; empty for the first
 * @param paper the PDF
 */
public record Version(
        int number, Instant at, String by, String why, String headline, List<Printed> items, UUID paper) {}
