/**
 * Standard wording of disaster texts (재난문자 표준문안), plain Java: for every situation an office meets, a sentence with fields for place,
 * time and number that fits into a broadcast of 157 characters, under one of three grades (위급·긴급·안전안내).
 */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.wording.disaster;
