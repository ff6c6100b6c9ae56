package kr.madang.approvals.card;

/**
 * A file that belongs to a version of a paper (붙임), by its name, size and SHA-256.
 *
 * @param size in bytes
 */
public record Attachment(String name, long size, String sha256) {}
