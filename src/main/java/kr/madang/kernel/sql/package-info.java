/** SQL in one dialect: PostgreSQL through JdbcClient, with enums, instants and typed ids bound as they are. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.sql;
