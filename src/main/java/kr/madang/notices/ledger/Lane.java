package kr.madang.notices.ledger;

/** What goes before what (발송 차선): a disaster alert passes everything. */
public enum Lane {
    DISASTER,
    TRANSACTIONAL,
    BULK
}
