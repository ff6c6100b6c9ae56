package kr.madang.office.budget;

import java.util.List;

/**
 * A part of the ledger, newest first.
 *
 * @param obligated sum of all commitments found, not only of those shown
 * @param spent payments less returns of all found
 */
public record LedgerPage(List<Entry> entries, long total, long obligated, long spent) {}
