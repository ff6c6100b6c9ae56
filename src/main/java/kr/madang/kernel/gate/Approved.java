package kr.madang.kernel.gate;

import java.time.Instant;
import java.util.UUID;

/**
 * A subject was approved (결재 완료); published in the transaction of the signature. It may come twice: the paper is the key.
 *
 * @param seal of the face it was asked with
 * @param number register number of the paper, e.g. {@code 홍보미디어과-1234}
 * @param by who signed as approver
 * @param byName as the paper shows it
 */
public record Approved(
        UUID paper, Subject subject, String kind, String seal, String number, UUID by, String byName, Instant at) {}
