package kr.madang.press.outlets;

import java.util.UUID;

/**
 * A reporter a release may go to (배포 대상 기자).
 *
 * @param mail his address, masked
 */
public record Reached(UUID id, String name, UUID outlet, String outletName, String mail) {}
