package kr.madang.approvals.transfer;

import java.time.Instant;
import java.util.UUID;

/**
 * A transfer of closed files to the archives (기록물 이관).
 *
 * @param unit code of the unit
 * @param files how many files it holds
 * @param papers how many papers lie in them
 */
public record Transfer(
        UUID id, String unit, String unitName, int year, Instant madeAt, String madeBy, long files, long papers) {}
