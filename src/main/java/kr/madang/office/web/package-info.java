/** Pages and JSON of the office room. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.web;
