package kr.madang.kernel.access;

import java.util.List;

/**
 * The plug through which a room names addresses whose senders prove by the address or the message itself that they may (서명된 주소): mail
 * programs and other machines, which cannot carry the token of a form. Whoever names one answers for checking that proof.
 */
public interface OwnProof {
    /** Patterns of paths, e.g. {@code /notices/unsubscribe/*}. */
    List<String> paths();
}
