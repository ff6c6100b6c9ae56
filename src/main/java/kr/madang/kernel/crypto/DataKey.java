package kr.madang.kernel.crypto;

/**
 * An unwrapped data key (데이터 키) in memory; it prints as its id only.
 *
 * @param id what sealed values name, e.g. {@code f3}
 */
record DataKey(String id, CipherProvider provider, byte[] secret) {
    @Override
    public boolean equals(Object other) {
        return other instanceof DataKey key && key.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
