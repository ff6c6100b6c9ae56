/** The command plug: a room gives {@code ./madang} a verb that needs the house but not its web pages. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.cli;
