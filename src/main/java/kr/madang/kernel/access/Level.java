package kr.madang.kernel.access;

/** How far a person may go in a room; each level includes the ones before it. */
public enum Level {
    VIEW,
    WORK,
    APPROVE,
    MANAGE
}
