/** Pages of planned stories and interviews. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.web.features;
