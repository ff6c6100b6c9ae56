/** Madang (마당): one package is one room of the office. */
@org.jspecify.annotations.NullMarked
package kr.madang;
