/** Reads and writes plain tables as CSV and XLSX, streaming and within limits, so that a hostile file costs neither memory nor time; plain Java. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.sheet;
