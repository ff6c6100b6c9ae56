/**
 * The file store (파일 보관). Bytes lie under their SHA-256 in a local folder or in an S3-compatible bucket, the row that names them in the
 * database. A file is there whole or not at all, whenever the program is killed; bytes no row names are swept after a day; bytes
 * that no longer match their hash are refused and raise an alarm. The type of a file is told from its bytes, never from its sender.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.files;
