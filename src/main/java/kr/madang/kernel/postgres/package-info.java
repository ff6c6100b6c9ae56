/**
 * Where the office's records stand: the PostgreSQL cluster (내장 데이터베이스) that comes with Madang and is kept under the data folder, or
 * the one the office already runs. The embedded cluster is shared by the server and the commands: the first to need it starts it, the
 * last to leave stops it, and who finds it orphaned by a killed program takes it over. It listens on the loopback address only and asks
 * for a password that is made once and readable by the owner alone.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.postgres;
