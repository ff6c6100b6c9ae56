package kr.madang.kernel.crypto;

import java.util.Optional;

/** Where sealing takes its keys from: the database in the office, a map in the tests of the engine. */
interface DataKeys {
    /** The key new values are sealed under. */
    DataKey current();

    /** Any key ever used that has not been destroyed. */
    Optional<DataKey> find(String id);

    /** The secret blind indexes are derived from; it outlives data keys, since indexes must stay comparable. */
    byte[] index();
}
