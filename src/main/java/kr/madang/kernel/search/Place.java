package kr.madang.kernel.search;

import java.io.IOException;
import java.util.Optional;
import kr.madang.kernel.search.index.Index;

/** Where the indexes of this node stand (색인 자리): one answers, and another may be in the making. */
interface Place {
    /** For people, e.g. {@code embedded} or the address of a cluster. */
    String name();

    /** The index that was in force last; empty when there is none. @throws IOException when it is damaged or somebody else holds it */
    Optional<Index> open() throws IOException;

    /** Whether this one is in force still; somebody may have deleted it. */
    boolean inForce(Index index) throws IOException;

    /** Begins an index that nobody sees yet. */
    Index begin() throws IOException;

    /** From now on this one, which {@link #begin} made, is in force. */
    void enforce(Index index) throws IOException;

    /** Forgets the index in force, which cannot be used, so that it is not opened again. */
    void forget() throws IOException;

    /** Removes what is neither in force nor in the making. */
    void sweep() throws IOException;

    /** Whether several nodes share the index, so that only one of them may write it. */
    boolean shared();
}
