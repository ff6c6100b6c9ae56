/**
 * Messages through a table of a database outside (테이블 연동), as Korean relays' agents take them: a row is put in, the agent fetches it,
 * sends it, and writes what became of it into the same row or moves it to a table of its month. The office writes rows and reads
 * results; names of tables and columns are settings, because every relay has its own.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.carriers.table;
