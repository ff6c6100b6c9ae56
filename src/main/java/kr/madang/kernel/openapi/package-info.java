/** The description of the JSON interface (연계 규격): OpenAPI at {@code /api/openapi} for programs, a page on the desk for people; for the signed-in only. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.openapi;
