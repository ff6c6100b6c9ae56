package kr.madang.notices.calls;

import java.time.Instant;
import java.util.UUID;

/** A call-out tree as the office keeps it (비상연락망). @param version grows with every change; whoever writes names the one he saw */
public record StoredTree(UUID id, Tree tree, int version, Instant changedAt, String changedBy, boolean retired) {}
