/** The embedded PostgreSQL cluster kept under the data folder: started, adopted, stopped. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.postgres;
