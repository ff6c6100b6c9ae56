/** The menu plug: a room names its pages and they appear on the desk. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.menu;
