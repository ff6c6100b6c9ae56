/** The JSON interface for people to read. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.openapi.web;
