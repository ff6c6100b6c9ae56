package kr.madang.approvals.line;

import java.util.UUID;

/**
 * Someone of the office as the approval line knows him (결재선의 사람): the key under which the office keeps the person, nothing else.
 *
 * @param key never blank; stable for the life of the records
 */
public record Person(String key) {
    public Person {
        if (key.isBlank()) throw new IllegalArgumentException("a person without a key");
    }

    public static Person of(UUID id) {
        return new Person(id.toString());
    }

    @Override
    public String toString() {
        return key;
    }
}
